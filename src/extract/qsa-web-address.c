/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-web-address.h"

#include <string.h>

#include "qsa-word-set.h"

/* Sites where outlets only have an account. */
static const char social_hosts[] =
    "|facebook.com|fb.com|twitter.com|x.com|t.me|telegram.me|youtube.com|youtu.be|"
    "instagram.com|wa.me|whatsapp.com|linkedin.com|tiktok.com|pinterest.com|google.com|"
    "apple.com|t.co|bit.ly|";

/* The host itself or one above it. */
static gboolean
qsa_web_is_social (const char *host)
{
  for (const char *p = host; p != NULL; p = strchr (p, '.'))
    {
      p += *p == '.';
      if (qsa_word_set_has (social_hosts, p))
        return TRUE;
    }
  return FALSE;
}

/* Has the form of a host: labels of Latin letters, digits and hyphens, the last of letters only. */
static gboolean
qsa_web_is_host (const char *host)
{
  const char *last_dot = strrchr (host, '.');

  if (last_dot == NULL || last_dot == host || strlen (host) > 100)
    return FALSE;
  for (const char *p = host; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '-' && !(*p == '.' && p[1] != '.'))
        return FALSE;
    }
  if (strlen (last_dot + 1) < 2)
    return FALSE;
  for (const char *p = last_dot + 1; *p != '\0'; p++)
    {
      if (!g_ascii_isalpha (*p))
        return FALSE;
    }
  return g_ascii_isalnum (*host);
}

/* The address that begins at @p, with a scheme put before it when it has none; NULL when what
 * stands there is none. */
static char *
qsa_web_parse_address (const char *p)
{
  gboolean has_scheme = g_str_has_prefix (p, "http://")
                        || g_str_has_prefix (p, "https://");
  gboolean has_www = g_ascii_strncasecmp (p, "www.", 4) == 0;
  const char *host_start = has_scheme ? strstr (p, "//") + 2 : p;
  gsize host_bytes = 0;
  gsize all_bytes = strcspn (host_start, " \t\"'<>()");
  g_autofree char *host = NULL;

  while (g_ascii_isalnum (host_start[host_bytes]) || host_start[host_bytes] == '.'
         || host_start[host_bytes] == '-')
    host_bytes++;
  while (host_bytes > 0 && host_start[host_bytes - 1] == '.')
    host_bytes--;
  host = g_ascii_strdown (host_start, (gssize) host_bytes);
  if (!qsa_web_is_host (host) || qsa_web_is_social (host))
    return NULL;
  /* "A.B" is an abbreviation; without www or a scheme the line has to say no more. */
  if (!has_scheme && !has_www && (host_start[host_bytes] != '\0' || strlen (host) < 6))
    return NULL;
  if (!g_str_is_ascii (host))
    return NULL;
  return g_strdup_printf (
      "%s%.*s",
      has_scheme ? (g_str_has_prefix (p, "https") ? "https://" : "http://") : "https://",
      (int) (host_start[host_bytes] == '/' ? all_bytes : host_bytes), host_start);
}

char *
qsa_web_address_find (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean at_start = p == text || !g_ascii_isalnum (p[-1]);
      char *address;

      if (!at_start || !g_ascii_isalnum (*p)
          || (p > text && (p[-1] == '.' || p[-1] == '@')))
        continue;
      address = qsa_web_parse_address (p);
      if (address != NULL)
        return address;
    }
  return NULL;
}
