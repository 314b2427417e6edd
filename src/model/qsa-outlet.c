/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-outlet-table.h"

#include <string.h>

#include "qsa-outlet-key.h"

QsaOutlet *
qsa_outlet_copy (const QsaOutlet *outlet)
{
  QsaOutlet *copy;

  g_return_val_if_fail (outlet != NULL, NULL);

  copy = g_new0 (QsaOutlet, 1);
  copy->id = outlet->id;
  copy->name = g_strdup (outlet->name);
  copy->short_name = g_strdup (outlet->short_name);
  copy->domain = g_strdup (outlet->domain);
  copy->country = g_strdup (outlet->country);
  copy->aliases = g_strdupv (outlet->aliases);
  return copy;
}

void
qsa_outlet_free (QsaOutlet *outlet)
{
  if (outlet == NULL)
    return;

  g_free (outlet->name);
  g_free (outlet->short_name);
  g_free (outlet->domain);
  g_free (outlet->country);
  g_strfreev (outlet->aliases);
  g_free (outlet);
}

/* Where the host begins, NULL when there is no address in @url. */
static const char *
qsa_domain_find_authority (const char *url)
{
  const char *p = url;

  if (g_str_has_prefix (url, "//"))
    return url + 2;

  while (g_ascii_isalnum (*p) || strchr ("+-.", *p != '\0' ? *p : ' ') != NULL)
    p++;
  if (p > url && g_str_has_prefix (p, "://"))
    return p + strlen ("://");
  return NULL;
}

char *
qsa_domain_from_url (const char *url)
{
  g_autofree char *host = NULL;
  const char *authority;
  const char *user_end;
  char *dot;

  if (url == NULL)
    return NULL;
  while (g_ascii_isspace (*url))
    url++;

  authority = qsa_domain_find_authority (url);
  host = g_strndup (authority != NULL ? authority : url,
                    strcspn (authority != NULL ? authority : url, "/?# \t\r\n\\"));
  user_end = strrchr (host, '@');
  if (user_end != NULL && authority == NULL)
    return NULL; /* a mail address */
  if (user_end != NULL)
    memmove (host, user_end + 1, strlen (user_end + 1) + 1);
  host[strcspn (host, ":")] = '\0';

  for (dot = host + strlen (host); dot > host && dot[-1] == '.'; dot--)
    dot[-1] = '\0';

  /* Without a scheme only what cannot be anything else is taken for an address. */
  if (*host == '\0' || *host == '[' || !g_utf8_validate (host, -1, NULL)
      || (authority == NULL && !qsa_outlet_name_is_domain (host)))
    return NULL;

  if (g_ascii_strncasecmp (host, "www.", 4) == 0 && host[4] != '\0')
    return g_utf8_strdown (host + 4, -1);
  return g_utf8_strdown (host, -1);
}
