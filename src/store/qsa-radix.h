/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to store. Orders articles by an integer key in linear time: the whole result of a
 * search is ordered on every keystroke. */
typedef struct
{
  guint64 key;
  guint32 id;
} QsaKeyedId;

/* Ascending by key; stable, so equal keys keep their order. Only the lowest @key_bits of a key
 * count. */
void qsa_radix_sort (QsaKeyedId *items, gsize n_items, guint key_bits);

G_END_DECLS
