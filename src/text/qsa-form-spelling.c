/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-form-spelling.h"

/* Less than this in common says nothing about the spelling. */
#define QSA_FORM_SPELLING_MIN_SHARED_CHARS 2

typedef struct
{
  glong form_start_chars;
  glong typed_start_chars;
  glong n_chars;
} QsaSharedRun;

static glong
qsa_form_spelling_run_chars (const gunichar *a, const gunichar *b)
{
  glong n = 0;

  while (a[n] != 0 && a[n] == b[n])
    n++;
  return n;
}

/* The longest run of letters that both hold; words are short, so every start is tried. */
static QsaSharedRun
qsa_form_spelling_find_shared (const gunichar *form, const gunichar *typed)
{
  QsaSharedRun best = { 0, 0, 0 };

  for (glong i = 0; form[i] != 0; i++)
    {
      for (glong j = 0; typed[j] != 0; j++)
        {
          glong n = qsa_form_spelling_run_chars (form + i, typed + j);
          if (n > best.n_chars)
            best = (QsaSharedRun){ i, j, n };
        }
    }
  return best;
}

char *
qsa_form_spelling (const char *form, const char *typed_surface, const char *typed_folded)
{
  g_return_val_if_fail (form != NULL && typed_surface != NULL && typed_folded != NULL,
                        NULL);

  glong n_form = 0, n_surface = 0, n_folded = 0;
  g_autofree gunichar *form_chars = g_utf8_to_ucs4_fast (form, -1, &n_form);
  g_autofree gunichar *surface_chars = g_utf8_to_ucs4_fast (typed_surface, -1,
                                                            &n_surface);
  g_autofree gunichar *folded_chars = g_utf8_to_ucs4_fast (typed_folded, -1, &n_folded);

  if (n_surface != n_folded)
    return g_strdup (form);

  QsaSharedRun shared = qsa_form_spelling_find_shared (form_chars, folded_chars);
  if (shared.n_chars < QSA_FORM_SPELLING_MIN_SHARED_CHARS)
    return g_strdup (form);
  for (glong i = 0; i < shared.n_chars; i++)
    form_chars[shared.form_start_chars + i] = surface_chars[shared.typed_start_chars + i];
  return g_ucs4_to_utf8 (form_chars, n_form, NULL, NULL, NULL);
}
