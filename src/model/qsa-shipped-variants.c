/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-shipped-variants.h"

#include <gio/gio.h>

#include "qsa-tables.h"

#define SHIPPED_PATH "/io/github/qusasat/Qusasat/tables/variants.tsv"

QsaVariantTable *
qsa_variant_table_new_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  QsaVariantTable *table;
  const char *text;
  gsize n_bytes;

  bytes = g_resource_lookup_data (qsa_tables_get_resource (), SHIPPED_PATH,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &n_bytes);
  table = qsa_variant_table_new_parse (text, (gssize) n_bytes, &error);
  g_assert_no_error (error);
  return table;
}
