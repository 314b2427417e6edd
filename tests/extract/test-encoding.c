/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-encoding.h"

#include <string.h>

#include "qsa-error.h"

#define PROSE                                                                                                                                                 \
  "قال البحّار العجوز إن الريح تغيّرت منذ الفجر، وإن السفن التي خرجت أمس لن تعود قبل أن " \
  "يهدأ الموج. وأضاف، وهو يطوي الشراع، أن أطفال القرية صاروا يعرفون الغيم بأسمائه.\n"        \
  "ولم يسأله أحد عن البحر الذي في صدره؛ فقد كان ذلك سؤالاً لا يُطرح عند المرفأ.\n"

#define LATIN_PROSE \
  "Le capitaine a déclaré que la marée était haute et que l'équipage fêtait déjà l'été.\n"

typedef struct
{
  const char *name;
  const char *charset;  /* for g_convert(); NULL: as it is */
  const char *bom;      /* put before the bytes, or NULL */
  const char *declared; /* or NULL */
  const char *encoding; /* expected */
  const char *text;
} EncodingCase;

static const EncodingCase cases[] = {
  { "utf-8", NULL, NULL, NULL, "UTF-8", PROSE },
  { "utf-8-bom", NULL, "\xef\xbb\xbf", NULL, "UTF-8", PROSE },
  { "utf-8-declared-otherwise", NULL, NULL, "windows-1256", "UTF-8", PROSE },
  { "utf-16le-bom", "UTF-16LE", "\xff\xfe", NULL, "UTF-16LE", PROSE },
  { "utf-16be-bom", "UTF-16BE", "\xfe\xff", NULL, "UTF-16BE", PROSE },
  { "utf-16le", "UTF-16LE", NULL, NULL, "UTF-16LE", PROSE },
  { "utf-16be", "UTF-16BE", NULL, NULL, "UTF-16BE", PROSE },
  { "utf-16le-latin", "UTF-16LE", NULL, NULL, "UTF-16LE", LATIN_PROSE },
  { "windows-1256", "CP1256", NULL, NULL, "windows-1256", PROSE },
  { "windows-1256-declared", "CP1256", NULL, "windows-1256", "windows-1256", PROSE },
  { "windows-1256-declared-utf-8", "CP1256", NULL, "utf-8", "windows-1256", PROSE },
  { "windows-1256-declared-latin", "CP1256", NULL, "iso-8859-1", "windows-1256", PROSE },
  { "windows-1256-declared-nonsense", "CP1256", NULL, "x-no-such-thing", "windows-1256",
    PROSE },
  { "windows-1256-short", "CP1256", NULL, NULL, "windows-1256", "عاد القارب إلى المرفأ" },
  { "iso-8859-6", "ISO-8859-6", NULL, NULL, "ISO-8859-6",
    "قال البحار العجوز إن الريح تغيرت منذ الفجر وإن السفن التي خرجت أمس لن تعود قبل أن "
    "يهدأ الموج وأضاف وهو يطوي الشراع أن أطفال القرية صاروا يعرفون الغيم بأسمائه" },
  { "windows-1252", "CP1252", NULL, NULL, "windows-1252", LATIN_PROSE },
  { "ascii", NULL, NULL, NULL, "UTF-8", "Nothing but ASCII here.\n" },
};

static void
test_encoding (gconstpointer data)
{
  const EncodingCase *test = data;
  gsize body_bytes = strlen (test->text);
  g_autofree char *body = test->charset != NULL
                              ? g_convert (test->text, -1, test->charset, "UTF-8", NULL,
                                           &body_bytes, NULL)
                              : g_strdup (test->text);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *encoding = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize text_bytes = 0;
  guint replaced = 99;

  g_assert_nonnull (body);
  if (test->bom != NULL)
    g_byte_array_append (bytes, (const guint8 *) test->bom, (guint) strlen (test->bom));
  g_byte_array_append (bytes, (const guint8 *) body, (guint) body_bytes);

  text = qsa_encoding_to_utf8 (bytes->data, bytes->len, test->declared, &text_bytes,
                               &encoding, &replaced, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (encoding, ==, test->encoding);
  g_assert_cmpstr (text, ==, test->text);
  g_assert_cmpuint (text_bytes, ==, strlen (test->text));
  g_assert_cmpuint (replaced, ==, 0);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize n_bytes;
  int code;
} RefusedCase;

#define BYTES(literal) literal, sizeof (literal) - 1

static const RefusedCase refused_cases[] = {
  { "nothing", BYTES (""), QSA_ERROR_EMPTY },
  { "blanks", BYTES (" \r\n\t \n"), QSA_ERROR_EMPTY },
  { "only-a-mark", BYTES ("\xef\xbb\xbf"), QSA_ERROR_EMPTY },
  { "png", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), QSA_ERROR_BINARY },
  { "pdf", BYTES ("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"), QSA_ERROR_BINARY },
  { "zip", BYTES ("PK\x03\x04\x14\0\0\0\x08\0abcdefgh"), QSA_ERROR_BINARY },
  { "nuls", BYTES ("\x01\0\x02\0\0\0\0\0\x03\x7f\0\0\0\x09\0\0"), QSA_ERROR_BINARY },
  { "noise",
    BYTES ("\x93\xf2\x81\x8d\x99\xfe\x90\x80\x97\x9f\xf5\x83\x9d\xfb\x9e\xff\x8f\x81"),
    QSA_ERROR_ENCODING },
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = qsa_encoding_to_utf8 ((const guint8 *) test->bytes,
                                                test->n_bytes, NULL, NULL, NULL, NULL,
                                                &error);

  g_assert_null (text);
  g_assert_error (error, QSA_ERROR, test->code);
}

/* Damage is marked and counted, the rest stays. */
static void
test_damaged (void)
{
  static const char damaged[] = "عاد القارب \xd9 إلى المرفأ \xff قبل المغيب";
  g_autofree char *encoding = NULL;
  g_autoptr (GError) error = NULL;
  guint replaced = 0;
  g_autofree char *text = qsa_encoding_to_utf8 ((const guint8 *) damaged,
                                                sizeof damaged - 1, NULL, NULL, &encoding,
                                                &replaced, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (encoding, ==, "UTF-8");
  g_assert_cmpstr (text, ==, "عاد القارب � إلى المرفأ � قبل المغيب");
  g_assert_cmpuint (replaced, ==, 2);
}

static void
test_stray_nul (void)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint replaced = 0;
  gsize text_bytes = 0;

  for (guint i = 0; i < 10; i++)
    g_string_append (bytes, PROSE);
  g_string_append_c (bytes, '\0');
  g_string_append (bytes, "نهاية");
  text = qsa_encoding_to_utf8 ((const guint8 *) bytes->str, bytes->len, NULL, &text_bytes,
                               NULL, &replaced, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (text, "�نهاية"));
  g_assert_cmpuint (text_bytes, ==, strlen (text));
  g_assert_cmpuint (replaced, ==, 1);
}

/* A sample that ends inside a character is still UTF-8. */
static void
test_cut_sample (void)
{
  for (gsize n = strlen (PROSE) - 6; n <= strlen (PROSE); n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *encoding = qsa_encoding_detect ((const guint8 *) PROSE, n, NULL,
                                                       &error);

      g_assert_no_error (error);
      g_assert_cmpstr (encoding, ==, "UTF-8");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/encoding/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_encoding);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/encoding/refused/%s",
                                               refused_cases[i].name);

      g_test_add_data_func (path, &refused_cases[i], test_refused);
    }
  g_test_add_func ("/extract/encoding/damaged", test_damaged);
  g_test_add_func ("/extract/encoding/stray-nul", test_stray_nul);
  g_test_add_func ("/extract/encoding/cut-sample", test_cut_sample);
  return g_test_run ();
}
