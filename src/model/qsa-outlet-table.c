/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-outlet-table.h"

#include <gio/gio.h>
#include <string.h>

#include "qsa-outlet-key.h"
#include "qsa-tables.h"

#define SHIPPED_PATH "/io/github/qusasat/Qusasat/tables/outlets.tsv"

/* How names lead to outlets, in the order in which they are asked:
 *
 *   names     "the name"            the first outlet that has it as its own name
 *   aliases   "also known as"       short name, further spellings
 *   bare      the article off       of names and aliases
 *   labels    "example" for         Latin source names of corpora and feeds
 *             example.com
 *
 * In all but the first a key that two outlets claim leads to nobody: unknown is better than wrong. */
struct _QsaOutletTable
{
  gatomicrefcount ref_count;
  GPtrArray *outlets;  /* owned: QsaOutlet*, by name */
  GHashTable *names;   /* owned: key -> QsaOutlet* in outlets, as all below */
  GHashTable *aliases; /* values may be &ambiguous */
  GHashTable *bare;
  GHashTable *labels;
  GHashTable *domains;
  GHashTable *ids;
};

/* Stands in an index for a key that two outlets claim; never handed out. */
static const QsaOutlet ambiguous;

static const struct
{
  const char *name;
  gsize offset;
} columns[] = {
  { "name", G_STRUCT_OFFSET (QsaOutlet, name) },
  { "short name", G_STRUCT_OFFSET (QsaOutlet, short_name) },
  { "domain", G_STRUCT_OFFSET (QsaOutlet, domain) },
  { "country", G_STRUCT_OFFSET (QsaOutlet, country) },
};

/* ---- the shipped file ---- */

static char *
qsa_outlet_table_dup_cell (const char *cell)
{
  char *text = g_strstrip (g_strdup (cell));

  if (*text == '\0' || g_str_equal (text, "-"))
    g_clear_pointer (&text, g_free);
  return text;
}

static QsaOutlet *
qsa_outlet_table_parse_line (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  g_autofree char *aliases = NULL;
  QsaOutlet *outlet;

  /* The file is compiled in and tested; a bad line cannot reach a user. */
  g_assert (g_strv_length (cells) == G_N_ELEMENTS (columns) + 1);

  outlet = g_new0 (QsaOutlet, 1);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    G_STRUCT_MEMBER (char *, outlet,
                     columns[i].offset) = qsa_outlet_table_dup_cell (cells[i]);

  aliases = qsa_outlet_table_dup_cell (cells[G_N_ELEMENTS (columns)]);
  if (aliases != NULL)
    outlet->aliases = g_strsplit (aliases, "|", -1);
  for (guint i = 0; outlet->aliases != NULL && outlet->aliases[i] != NULL; i++)
    g_strstrip (outlet->aliases[i]);
  return outlet;
}

static GPtrArray *
qsa_outlet_table_parse (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *outlets = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_outlet_free);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_ptr_array_add (outlets, qsa_outlet_table_parse_line (lines[i]));
  return outlets;
}

/* ---- building ---- */

static void
qsa_outlet_table_claim (GHashTable *table, char *key, QsaOutlet *outlet)
{
  QsaOutlet *holder;

  if (key == NULL || *key == '\0')
    {
      g_free (key);
      return;
    }

  holder = g_hash_table_lookup (table, key);
  if (holder == NULL)
    g_hash_table_insert (table, key, outlet);
  else if (holder != outlet)
    g_hash_table_insert (table, key, (gpointer) &ambiguous);
  else
    g_free (key);
}

/* The first claim stays. */
static void
qsa_outlet_table_claim_first (GHashTable *table, char *key, QsaOutlet *outlet)
{
  if (key == NULL || *key == '\0' || g_hash_table_contains (table, key))
    g_free (key);
  else
    g_hash_table_insert (table, key, outlet);
}

static void
qsa_outlet_table_add_domain (QsaOutletTable *table, const char *domain, QsaOutlet *outlet)
{
  qsa_outlet_table_claim_first (table->domains, g_ascii_strdown (domain, -1), outlet);
  qsa_outlet_table_claim (table->labels, qsa_outlet_domain_label (domain), outlet);
}

static void
qsa_outlet_table_add_alias (QsaOutletTable *table, const char *alias, QsaOutlet *outlet)
{
  g_autofree char *key = NULL;

  if (qsa_outlet_name_is_domain (alias))
    {
      qsa_outlet_table_add_domain (table, alias, outlet);
      return;
    }

  key = qsa_outlet_key (alias);
  qsa_outlet_table_claim (table->bare, qsa_outlet_key_bare (key), outlet);
  qsa_outlet_table_claim (table->aliases, g_steal_pointer (&key), outlet);
}

static void
qsa_outlet_table_add_name (QsaOutletTable *table, QsaOutlet *outlet)
{
  g_autofree char *key = qsa_outlet_key (outlet->name);

  qsa_outlet_table_claim (table->bare, qsa_outlet_key_bare (key), outlet);
  qsa_outlet_table_claim_first (table->names, g_steal_pointer (&key), outlet);
  if (outlet->id != 0)
    g_hash_table_insert (table->ids, GUINT_TO_POINTER (outlet->id), outlet);
}

static void
qsa_outlet_table_add_outlet (QsaOutletTable *table, QsaOutlet *outlet)
{
  qsa_outlet_table_add_name (table, outlet);
  if (outlet->short_name != NULL)
    qsa_outlet_table_add_alias (table, outlet->short_name, outlet);
  if (outlet->domain != NULL)
    qsa_outlet_table_add_domain (table, outlet->domain, outlet);
  for (guint i = 0; outlet->aliases != NULL && outlet->aliases[i] != NULL; i++)
    qsa_outlet_table_add_alias (table, outlet->aliases[i], outlet);
}

/* As a printed index of names goes: the article does not count. */
static int
qsa_outlet_table_compare (gconstpointer a, gconstpointer b)
{
  const QsaOutlet *one = *(QsaOutlet *const *) a;
  const QsaOutlet *other = *(QsaOutlet *const *) b;
  g_autofree char *one_key = qsa_outlet_key (one->name);
  g_autofree char *other_key = qsa_outlet_key (other->name);
  g_autofree char *one_bare = qsa_outlet_key_bare (one_key);
  g_autofree char *other_bare = qsa_outlet_key_bare (other_key);
  int order = strcmp (one_bare, other_bare);

  if (order == 0)
    order = strcmp (one->name, other->name);
  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

static GHashTable *
qsa_outlet_table_new_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Takes @outlets. */
static QsaOutletTable *
qsa_outlet_table_new_take (GPtrArray *outlets)
{
  QsaOutletTable *table = g_new0 (QsaOutletTable, 1);

  g_atomic_ref_count_init (&table->ref_count);
  table->outlets = outlets;
  table->names = qsa_outlet_table_new_index ();
  table->aliases = qsa_outlet_table_new_index ();
  table->bare = qsa_outlet_table_new_index ();
  table->labels = qsa_outlet_table_new_index ();
  table->domains = qsa_outlet_table_new_index ();
  table->ids = g_hash_table_new (NULL, NULL);

  /* In the order given, so that of two own names or domains the shipped one and then the older
   * stands; sorted only afterwards. */
  for (guint i = 0; i < outlets->len; i++)
    qsa_outlet_table_add_outlet (table, g_ptr_array_index (outlets, i));
  g_ptr_array_sort (outlets, qsa_outlet_table_compare);
  return table;
}

QsaOutletTable *
qsa_outlet_table_new_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  bytes = g_resource_lookup_data (qsa_tables_get_resource (), SHIPPED_PATH,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return qsa_outlet_table_new_take (qsa_outlet_table_parse (text));
}

/* ---- the library's outlets over the shipped ones ---- */

static void
qsa_outlet_table_append_alias (GPtrArray *aliases, const char *alias)
{
  if (alias != NULL
      && !g_ptr_array_find_with_equal_func (aliases, alias, g_str_equal, NULL))
    g_ptr_array_add (aliases, g_strdup (alias));
}

/* @into takes the value that it lacks; a value that differs from its own becomes an alias. */
static void
qsa_outlet_table_merge_value (char **into, const char *from, GPtrArray *aliases)
{
  if (*into == NULL)
    *into = g_strdup (from);
  else if (g_strcmp0 (*into, from) != 0)
    qsa_outlet_table_append_alias (aliases, from);
}

/* What the library leaves open is as shipped. */
static void
qsa_outlet_table_merge (QsaOutlet *own, const QsaOutlet *shipped)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();

  for (guint i = 0; own->aliases != NULL && own->aliases[i] != NULL; i++)
    qsa_outlet_table_append_alias (aliases, own->aliases[i]);
  qsa_outlet_table_merge_value (&own->name, shipped->name, aliases);
  qsa_outlet_table_merge_value (&own->short_name, shipped->short_name, aliases);
  qsa_outlet_table_merge_value (&own->domain, shipped->domain, aliases);
  for (guint i = 0; shipped->aliases != NULL && shipped->aliases[i] != NULL; i++)
    qsa_outlet_table_append_alias (aliases, shipped->aliases[i]);
  g_ptr_array_add (aliases, NULL);

  if (own->country == NULL)
    own->country = g_strdup (shipped->country);
  g_strfreev (own->aliases);
  own->aliases = (char **) g_ptr_array_free (g_steal_pointer (&aliases), FALSE);
}

/* @by_key: own name -> outlet without an id in @outlets, which may still become a library's. */
static void
qsa_outlet_table_take_over (GPtrArray *outlets, GHashTable *by_key, QsaOutlet *own,
                            const char *name)
{
  g_autofree char *key = qsa_outlet_key (name);
  QsaOutlet *shipped = g_hash_table_lookup (by_key, key);

  if (shipped == NULL)
    return;

  qsa_outlet_table_merge (own, shipped);
  g_hash_table_remove (by_key, key);
  g_ptr_array_remove (outlets, shipped);
}

QsaOutletTable *
qsa_outlet_table_new_with (QsaOutletTable *base, GPtrArray *outlets)
{
  g_autoptr (GHashTable) by_key = qsa_outlet_table_new_index ();
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_outlet_free);

  g_return_val_if_fail (outlets != NULL, NULL);

  for (guint i = 0; base != NULL && i < base->outlets->len; i++)
    {
      QsaOutlet *copy = qsa_outlet_copy (g_ptr_array_index (base->outlets, i));

      g_ptr_array_add (all, copy);
      if (copy->id == 0)
        g_hash_table_insert (by_key, qsa_outlet_key (copy->name), copy);
    }

  for (guint i = 0; i < outlets->len; i++)
    {
      QsaOutlet *own = qsa_outlet_copy (g_ptr_array_index (outlets, i));
      g_auto (GStrv) aliases = g_strdupv (own->aliases);

      qsa_outlet_table_take_over (all, by_key, own, own->name);
      for (guint j = 0; aliases != NULL && aliases[j] != NULL; j++)
        qsa_outlet_table_take_over (all, by_key, own, aliases[j]);
      g_ptr_array_add (all, own);
    }
  return qsa_outlet_table_new_take (all);
}

QsaOutletTable *
qsa_outlet_table_ref (QsaOutletTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  g_atomic_ref_count_inc (&table->ref_count);
  return table;
}

void
qsa_outlet_table_unref (QsaOutletTable *table)
{
  g_return_if_fail (table != NULL);

  if (!g_atomic_ref_count_dec (&table->ref_count))
    return;

  g_hash_table_unref (table->names);
  g_hash_table_unref (table->aliases);
  g_hash_table_unref (table->bare);
  g_hash_table_unref (table->labels);
  g_hash_table_unref (table->domains);
  g_hash_table_unref (table->ids);
  g_ptr_array_unref (table->outlets);
  g_free (table);
}

/* ---- lookups ---- */

/* TRUE when the search ends here; *found stays NULL when two outlets claim the key. */
static gboolean
qsa_outlet_table_look (GHashTable *index, const char *key, const QsaOutlet **found)
{
  const QsaOutlet *outlet = g_hash_table_lookup (index, key);

  if (outlet == NULL)
    return FALSE;
  if (outlet != &ambiguous)
    *found = outlet;
  return TRUE;
}

static gboolean
qsa_outlet_table_look_name (QsaOutletTable *table, const char *name,
                            const QsaOutlet **found)
{
  g_autofree char *key = qsa_outlet_key (name);
  g_autofree char *bare = qsa_outlet_key_bare (key);

  return *key != '\0'
         && (qsa_outlet_table_look (table->names, key, found)
             || qsa_outlet_table_look (table->aliases, key, found)
             || qsa_outlet_table_look (table->bare, bare, found)
             || qsa_outlet_table_look (table->labels, key, found));
}

const QsaOutlet *
qsa_outlet_table_find_name (QsaOutletTable *table, const char *name)
{
  const QsaOutlet *found = NULL;
  g_autofree char *without_kind = NULL;
  g_autofree char *without_language = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  if (name == NULL || qsa_outlet_table_look_name (table, name, &found))
    return found;
  if (qsa_outlet_name_is_domain (name))
    return qsa_outlet_table_find_domain (table, name);

  without_kind = qsa_outlet_name_without_kind (name);
  if (without_kind != NULL && qsa_outlet_table_look_name (table, without_kind, &found))
    return found;

  without_language = qsa_outlet_name_without_language (without_kind != NULL ? without_kind
                                                                            : name);
  if (without_language != NULL)
    qsa_outlet_table_look_name (table, without_language, &found);
  return found;
}

const QsaOutlet *
qsa_outlet_table_find_domain (QsaOutletTable *table, const char *domain)
{
  g_autofree char *host = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  host = qsa_domain_from_url (domain);
  for (const char *part = host; part != NULL; part = strchr (part, '.'))
    {
      const QsaOutlet *outlet;

      part += *part == '.';
      outlet = g_hash_table_lookup (table->domains, part);
      if (outlet != NULL)
        return outlet;
    }
  return NULL;
}

const QsaOutlet *
qsa_outlet_table_find_id (QsaOutletTable *table, guint32 id)
{
  g_return_val_if_fail (table != NULL, NULL);

  return id != 0 ? g_hash_table_lookup (table->ids, GUINT_TO_POINTER (id)) : NULL;
}

guint
qsa_outlet_table_get_size (QsaOutletTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->outlets->len;
}

const QsaOutlet *
qsa_outlet_table_get (QsaOutletTable *table, guint index)
{
  g_return_val_if_fail (table != NULL && index < table->outlets->len, NULL);

  return g_ptr_array_index (table->outlets, index);
}
