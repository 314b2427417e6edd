/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzzer without libFuzzer, as a test: the seeds of the folder given as argument, each
 * whole, cut short and mutated.  The mutations come from a fixed random seed, so that a failure
 * happens again.  One case a seed. */

#include <gio/gio.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define N_MUTATIONS 200
#define MAX_SEED_BYTES (64 * 1024)

/* Bytes that are worth more than chance: broken UTF-8, marks, syntax of the formats. */
static const char *const splices[] = {
  "\xd9",
  "\xff\xfe",
  "\xf4\x90\x80",
  "\xef\xbb\xbf",
  "\xe2\x80\x8f",
  "\xd9\x80",
  "\x01",
  "\n",
  "\"",
  "\xc2\xab",
  "\xc2\xbb",
  "(",
  "<",
  "</DOC>",
  "{",
  "[",
};

static void
run_one (const char *bytes, gsize n_bytes)
{
  /* An exact copy, so that a read past its end meets the sanitizer's red zone. */
  g_autofree guint8 *exact = n_bytes > 0 ? g_memdup2 (bytes, n_bytes) : g_malloc (1);

  LLVMFuzzerTestOneInput (exact, n_bytes);
}

static void
mutate (GString *text, GRand *random)
{
  guint n = (guint) g_rand_int_range (random, 1, 6);

  for (guint i = 0; i < n; i++)
    {
      gsize at = text->len > 0 ? g_rand_int (random) % text->len : 0;
      gsize wanted = (gsize) g_rand_int_range (random, 1, 33);
      gsize run = MIN (text->len - at, wanted);

      switch (g_rand_int_range (random, 0, 5))
        {
        case 0:
          if (text->len > 0)
            text->str[at] = (char) g_rand_int_range (random, 0, 256);
          break;
        case 1:
          g_string_erase (text, (gssize) at, (gssize) run);
          break;
        case 2:
          {
            g_autofree char *part = g_memdup2 (text->str + at, MAX (run, 1));
            g_string_insert_len (text, (gssize) at, part, (gssize) run);
          }
          break;
        case 3:
          g_string_truncate (text, at);
          break;
        default:
          g_string_insert (text, (gssize) at,
                           splices[g_rand_int (random) % G_N_ELEMENTS (splices)]);
          break;
        }
    }
}

static void
test_seed (gconstpointer user_data)
{
  const char *path = user_data;
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_file_get_contents (path, &bytes, &n_bytes, &error);
  g_assert_no_error (error);
  n_bytes = MIN (n_bytes, MAX_SEED_BYTES);

  run_one (bytes, n_bytes);
  for (gsize cut = 0; cut < MIN (n_bytes, 64); cut++)
    run_one (bytes, cut);
  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (GString) text = g_string_new_len (bytes, (gssize) n_bytes);
      mutate (text, random);
      run_one (text->str, text->len);
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  if (argc != 2)
    g_error ("usage: %s FOLDER-OF-SEEDS", argv[0]);
  folder = g_dir_open (argv[1], 0, &error);
  if (folder == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (paths, g_build_filename (argv[1], name, NULL));
  if (paths->len == 0)
    g_error ("%s: no seeds", argv[1]);

  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (paths, i));
      g_autofree char *address = g_strdup_printf ("/fuzz/%s", base);
      g_test_add_data_func (address, g_ptr_array_index (paths, i), test_seed);
    }
  return g_test_run ();
}
