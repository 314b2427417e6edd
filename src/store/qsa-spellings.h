/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to store. The index marks a word's letters as printed only where they differ from the
 * folded ones or end in ي. So "exactly كتابه" is what folds to it, but for those places where another
 * spelling stands (كتابة); and these other spellings are made here. */

/* Surface forms that fold to @folded and differ from it: all that the press prints; of a long word
 * with very many, the likely ones, at most QSA_SPELLINGS_MAX; of what is too long for a word none.
 * NULL-terminated, may be empty; free with g_strfreev(). Any thread. */
#define QSA_SPELLINGS_MAX 1024u
char **qsa_spellings_of (const char *folded);
/* The likely ones, at most @max. Same contract. */
char **qsa_spellings_likely (const char *folded, guint max);

G_END_DECLS
