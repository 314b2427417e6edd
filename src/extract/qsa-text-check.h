/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Does a run of bytes or letters read as text? Pure, any thread, any bytes. */

/* TRUE when @data cannot be a text in any encoding of one byte or UTF-8: a known file signature,
 * NUL bytes, or too many control characters. UTF-16 has to be ruled out before. */
gboolean qsa_bytes_look_binary (const guint8 *data, gsize data_bytes);

/* "UTF-16LE", "UTF-16BE" or NULL: text without a byte order mark shows its order by the high
 * bytes of Arabic, Latin and spaces. */
const char *qsa_bytes_guess_utf16 (const guint8 *data, gsize data_bytes);

/* 0..1: how well valid UTF-8 reads as Arabic or Latin text. Letters count, C1 controls, private
 * and unassigned characters and marks without a letter count against it; Arabic without alef and
 * lam in their usual share is no Arabic. */
double qsa_text_readability (const char *text, gsize text_bytes);

G_END_DECLS
