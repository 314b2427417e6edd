/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one error domain of Qusasat. Messages are in the user's language and complete sentences
 * that say what happened to which file; codes say what the caller should do. Cancellation is
 * always G_IO_ERROR_CANCELLED. */
typedef enum
{
  QSA_ERROR_NOT_A_LIBRARY, /* the file is no Qusasat library: offer another file */
  QSA_ERROR_TOO_NEW,       /* made by a newer version: left untouched, tell the user */
  QSA_ERROR_DAMAGED,   /* integrity check failed: offer a restore from the kept copy */
  QSA_ERROR_READ_ONLY, /* the library or its folder cannot be written: read only goes on */
  QSA_ERROR_NO_SPACE,  /* disk full: nothing of the failing batch was stored */
  QSA_ERROR_BUSY,      /* another process held the lock for too long: try again */
  QSA_ERROR_STORE,     /* any other SQLite failure, with its message */
  QSA_ERROR_CLOSED,    /* the library was closed before the request was served */
  QSA_ERROR_NOT_FOUND,  /* no article with that id */
  QSA_ERROR_EMPTY,      /* input: nothing in it */
  QSA_ERROR_BINARY,     /* input: not a text */
  QSA_ERROR_ENCODING,   /* input: encoding not recognized */
  QSA_ERROR_TOO_LARGE,  /* input: too large for one article of its kind */
  QSA_ERROR_SYNTAX,     /* input: broken JSON or SGML; the message has line and reason */
  QSA_ERROR_NO_ARTICLE, /* input: read well, but holds no article */
  QSA_ERROR_UNREADABLE, /* input: could not be opened or read */
  QSA_ERROR_BAD_VALUE,  /* a value given by the user (date, option) cannot be used */
  QSA_ERROR_INDEXING,   /* the index is being made anew: words cannot be searched yet */
} QsaError;

#define QSA_ERROR (qsa_error_quark ())
GQuark qsa_error_quark (void);

G_END_DECLS
