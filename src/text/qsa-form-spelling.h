/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folded form as a person would write it. The index knows folded forms only, and "للمدينه" shown to
 * the reader who typed "المدينة" looks misspelt; the letters that the form shares with the word as
 * typed are written as they were typed: "للمدينة". Letters that the form adds stay folded. A spelling
 * for showing, never for searching. Pure, any thread.
 *
 * @typed_surface and @typed_folded are the two forms of one word as the scanner gives them. Returns
 * @form unchanged when the two do not correspond letter by letter, or when too little is shared.
 * Free with g_free(). */
char *qsa_form_spelling (const char *form, const char *typed_surface,
                         const char *typed_folded);

G_END_DECLS
