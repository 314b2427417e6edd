/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cuts text into words. One scanner serves index, query, highlighting, snippets, quotes and
 * duplicates, so a byte range found by one means the same to all.
 *
 * Word breaks: a table over the Arabic and Latin blocks, ICU for the rest, and a second cut that
 * ICU lacks (. ' ’ _ @ and letter/digit borders split; ٬ ٫ , join inside numbers). No limit on
 * length or count. Any bytes are safe; an invalid byte is a separator.
 *
 * Numbers come in one form: thousands without separators (2,500 ٢٬٥٠٠ 1.600.000 are "2500",
 * "1600000"), decimals with a point (2.5 2,5 ٢٫٥ are "2.5"); dates and lists stay apart
 * (17.03.2020 is three numbers). A character that stands for several words (U+FDFA) gives as
 * many tokens, all with its range. Neither form of a token holds a byte below 0x20 or a space.
 * A scanner is for one thread at a time; keep it, setting a text is cheap. */

typedef enum
{
  QSA_TOKEN_ARABIC,
  QSA_TOKEN_LATIN,
  QSA_TOKEN_NUMBER,
  QSA_TOKEN_OTHER,
} QsaTokenKind;

typedef struct
{
  gsize start_byte; /* range of the printed word in the text that was set */
  gsize end_byte;
  guint position; /* 0-based word number */
  QsaTokenKind kind;
  const char *folded; /* NUL-terminated, valid until the next call on the scanner */
  gsize folded_bytes;
  const char
      *surface; /* equal in content to folded when the letters as printed do not differ */
  gsize surface_bytes;
  gboolean surface_differs;
} QsaToken;

typedef struct _QsaScanner QsaScanner;

QsaScanner *qsa_scanner_new (void);
void qsa_scanner_free (QsaScanner *scanner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaScanner, qsa_scanner_free)

/* @text is borrowed until the next set_text or free; it need not be NUL-terminated.
 * @text_bytes -1 for NUL-terminated. */
void qsa_scanner_set_text (QsaScanner *scanner, const char *text, gssize text_bytes);

/* FALSE at the end of the text. A word whose letters are all dropped (a lone tatweel) is not a
 * token. */
gboolean qsa_scanner_next (QsaScanner *scanner, QsaToken *token);

G_END_DECLS
