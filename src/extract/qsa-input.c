/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-input.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "qsa-encoding.h"
#include "qsa-error.h"

/* Smaller files are read: quicker than a mapping, and safe when another program cuts them. */
#define MAP_FROM_BYTES (1024 * 1024)

/* The encoding shows in the first part of a file; slices are looked at one by one later. */
#define DETECT_BYTES (64 * 1024)

char *
qsa_input_display_name (const char *path)
{
  if (path == NULL)
    return g_strdup (_ ("Pasted text"));
  return g_filename_display_basename (path);
}

void
qsa_input_free (QsaInput *input)
{
  g_free (input->path);
  g_clear_pointer (&input->original, g_bytes_unref);
  g_free (input->encoding);
  g_free (input->converted);
  g_free (input);
}

void
qsa_slice_clear (QsaSlice *slice)
{
  g_clear_pointer (&slice->owned, g_free);
  g_clear_pointer (&slice->encoding, g_free);
}

static void
qsa_input_set_unreadable (GError **error, const char *path, const char *reason)
{
  g_autofree char *name = qsa_input_display_name (path);

  g_set_error (
      error, QSA_ERROR, QSA_ERROR_UNREADABLE,
      /* Translators: the first %s is a file name, the second the system's reason */
      _ ("“%s” could not be read: %s"), name, reason);
}

/* What is wrong with the bytes, said of the file. */
static void
qsa_input_take_encoding_error (GError **error, const char *path, GError *reason)
{
  g_autoptr (GError) owned_reason = reason;
  g_autofree char *name = qsa_input_display_name (path);

  switch (reason->code)
    {
    case QSA_ERROR_EMPTY:
      g_set_error (error, QSA_ERROR, reason->code, _ ("“%s” is empty."), name);
      break;
    case QSA_ERROR_BINARY:
      g_set_error (error, QSA_ERROR, reason->code, _ ("“%s” is not a text file."), name);
      break;
    default:
      g_set_error (error, QSA_ERROR, reason->code,
                   _ ("The character encoding of “%s” was not recognized."), name);
      break;
    }
}

static gsize
qsa_input_leading_blanks (const guint8 *data, gsize data_bytes)
{
  gsize n = 0;

  while (n < data_bytes && g_ascii_isspace ((char) data[n]))
    n++;
  return n == data_bytes ? 0 : n;
}

static gboolean
qsa_input_detect (QsaInput *input, const guint8 *bytes, gsize n_bytes, GError **error)
{
  /* UTF-16 text may begin with the byte of a space or line end: only whole pages are skipped. */
  gsize skip = qsa_input_leading_blanks (bytes, n_bytes) / DETECT_BYTES * DETECT_BYTES;
  g_autoptr (GError) reason = NULL;

  input->encoding = qsa_encoding_detect (bytes + skip, MIN (n_bytes - skip, DETECT_BYTES),
                                         NULL, &reason);
  if (input->encoding == NULL)
    qsa_input_take_encoding_error (error, input->path, g_steal_pointer (&reason));
  return input->encoding != NULL;
}

static gboolean
qsa_input_is_wide (QsaInput *input)
{
  return g_str_has_prefix (input->encoding, "UTF-16")
         || g_str_has_prefix (input->encoding, "UTF-32");
}

static gboolean
qsa_input_prepare (QsaInput *input, GError **error)
{
  gsize n_bytes = 0;
  const guint8 *bytes = g_bytes_get_data (input->original, &n_bytes);
  g_autoptr (GError) reason = NULL;

  if (!qsa_input_detect (input, bytes, n_bytes, error))
    return FALSE;

  input->bom_bytes = qsa_encoding_bom_bytes (bytes, n_bytes);
  input->raw_cursor_byte = input->bom_bytes;
  if (!qsa_input_is_wide (input))
    {
      input->data = (const char *) bytes + input->bom_bytes;
      input->data_bytes = n_bytes - input->bom_bytes;
      return TRUE;
    }

  input->converted = qsa_encoding_to_utf8 (bytes, n_bytes, input->encoding,
                                           &input->data_bytes, NULL, NULL, &reason);
  if (input->converted == NULL)
    qsa_input_take_encoding_error (error, input->path, g_steal_pointer (&reason));
  input->data = input->converted;
  return input->converted != NULL;
}

QsaInput *
qsa_input_new (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (QsaInput) input = g_new0 (QsaInput, 1);

  g_return_val_if_fail (bytes != NULL, NULL);

  input->path = g_strdup (path);
  input->original = g_bytes_ref (bytes);
  if (!qsa_input_prepare (input, error))
    return NULL;
  return g_steal_pointer (&input);
}

static GBytes *
qsa_input_map (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &reason);

  if (file == NULL)
    {
      qsa_input_set_unreadable (error, path, reason->message);
      return NULL;
    }
  return g_mapped_file_get_bytes (file);
}

static GBytes *
qsa_input_read (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  char *contents = NULL;
  gsize n_bytes = 0;

  if (!g_file_get_contents (path, &contents, &n_bytes, &reason))
    {
      qsa_input_set_unreadable (error, path, reason->message);
      return NULL;
    }
  return g_bytes_new_take (contents, n_bytes);
}

QsaInput *
qsa_input_open (const char *path, GError **error)
{
  g_autoptr (QsaInput) input = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean map;
  GStatBuf info;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_stat (path, &info) != 0)
    {
      qsa_input_set_unreadable (error, path, g_strerror (errno));
      return NULL;
    }
  /* A pipe or device would block or never end. */
  if (!S_ISREG (info.st_mode))
    {
      qsa_input_set_unreadable (error, path, _ ("it is not a regular file."));
      return NULL;
    }

  map = info.st_size >= MAP_FROM_BYTES;
  bytes = map ? qsa_input_map (path, error) : qsa_input_read (path, error);
  if (bytes == NULL)
    return NULL;
  input = qsa_input_new (bytes, path, error);
  if (input != NULL)
    input->mapped = map;
  return g_steal_pointer (&input);
}

gboolean
qsa_input_slice (QsaInput *input, gsize start_byte, gsize end_byte, QsaSlice *slice,
                 GError **error)
{
  const char *text = input->data + start_byte;
  gsize text_bytes = end_byte - start_byte;

  g_return_val_if_fail (start_byte <= end_byte && end_byte <= input->data_bytes, FALSE);

  *slice = (QsaSlice){ .text = "" };
  if (g_utf8_validate_len (text, text_bytes, NULL))
    {
      slice->text = text;
      slice->text_bytes = text_bytes;
      slice->encoding = g_strdup (input->converted != NULL ? input->encoding : "UTF-8");
      return TRUE;
    }

  slice->owned = qsa_encoding_to_utf8 ((const guint8 *) text, text_bytes, input->encoding,
                                       &slice->text_bytes, &slice->encoding,
                                       &slice->replaced, error);
  if (slice->owned == NULL)
    return FALSE;
  slice->text = slice->owned;
  return TRUE;
}

/* How many bytes [start, end) of converted text took up in the original. */
static gsize
qsa_input_wide_bytes (QsaInput *input, gsize start_byte, gsize end_byte)
{
  gboolean utf32 = g_str_has_prefix (input->encoding, "UTF-32");
  gsize n = 0;

  for (gsize i = start_byte; i < end_byte; i++)
    {
      guint8 byte = (guint8) input->data[i];

      if ((byte & 0xc0) != 0x80)
        n += utf32 || byte >= 0xf0 ? 4 : 2;
    }
  return n;
}

static gsize
qsa_input_raw_offset (QsaInput *input, gsize data_byte)
{
  if (input->converted == NULL)
    return data_byte + input->bom_bytes;

  g_assert (data_byte >= input->raw_cursor_data_byte);
  input->raw_cursor_byte += qsa_input_wide_bytes (input, input->raw_cursor_data_byte,
                                                  data_byte);
  input->raw_cursor_data_byte = data_byte;
  return input->raw_cursor_byte;
}

GBytes *
qsa_input_get_raw (QsaInput *input, gsize start_byte, gsize end_byte)
{
  gsize n_bytes = 0;
  const guint8 *bytes = g_bytes_get_data (input->original, &n_bytes);
  gsize raw_start;
  gsize raw_end;

  g_return_val_if_fail (start_byte <= end_byte && end_byte <= input->data_bytes, NULL);

  if (start_byte == 0 && end_byte == input->data_bytes)
    return g_bytes_ref (input->original);

  raw_start = MIN (qsa_input_raw_offset (input, start_byte), n_bytes);
  raw_end = MIN (qsa_input_raw_offset (input, end_byte), n_bytes);
  /* A copy, so that a kept article does not keep a large file mapped. */
  if (input->mapped)
    return g_bytes_new (bytes + raw_start, raw_end - raw_start);
  return g_bytes_new_from_bytes (input->original, raw_start, raw_end - raw_start);
}
