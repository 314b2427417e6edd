/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query.h"

static const char *const reach_names[] = {
  [QSA_REACH_DEFAULT] = "default", [QSA_REACH_WIDE] = "wide",
  [QSA_REACH_FOLDED] = "folded",   [QSA_REACH_SURFACE] = "surface",
  [QSA_REACH_PRINTED] = "printed",
};

const char *
qsa_reach_to_string (QsaReach reach)
{
  g_return_val_if_fail ((guint) reach < G_N_ELEMENTS (reach_names), NULL);

  return reach_names[reach];
}

gboolean
qsa_reach_from_string (const char *name, QsaReach *reach)
{
  g_return_val_if_fail (name != NULL && reach != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (reach_names); i++)
    if (g_str_equal (reach_names[i], name))
      {
        *reach = (QsaReach) i;
        return TRUE;
      }
  return FALSE;
}
