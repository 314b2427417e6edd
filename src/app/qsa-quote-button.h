/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-reader-view.h"

G_BEGIN_DECLS

/* The button that offers to copy a quote: it comes up beside a selection when that is finished, by
 * mouse or by keys, and never over what is selected. Below the end, else above the beginning,
 * else (both out of sight) not at all: key and menu are there in any case. Main thread. */
#define QSA_TYPE_QUOTE_BUTTON (qsa_quote_button_get_type ())
G_DECLARE_FINAL_TYPE (QsaQuoteButton, qsa_quote_button, QSA, QUOTE_BUTTON, GtkButton)

/* Once. @view stands in a GtkScrolledWindow inside @overlay, of which the button is an overlay
 * child; both are borrowed and outlive it. */
void qsa_quote_button_attach (QsaQuoteButton *self, GtkOverlay *overlay,
                              QsaReaderView *view);

/* Away until the selection changes. */
void qsa_quote_button_dismiss (QsaQuoteButton *self);

G_END_DECLS
