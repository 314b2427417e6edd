/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-bench-times.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

struct _QsaBenchTimes
{
  GArray *milliseconds; /* double */
};

QsaBenchTimes *
qsa_bench_times_new (void)
{
  QsaBenchTimes *times = g_new0 (QsaBenchTimes, 1);

  times->milliseconds = g_array_new (FALSE, FALSE, sizeof (double));
  return times;
}

void
qsa_bench_times_free (QsaBenchTimes *times)
{
  g_array_unref (times->milliseconds);
  g_free (times);
}

void
qsa_bench_times_add (QsaBenchTimes *times, double milliseconds)
{
  g_array_append_val (times->milliseconds, milliseconds);
}

static int
qsa_bench_times_compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

double
qsa_bench_times_percentile (QsaBenchTimes *times, double part)
{
  if (times->milliseconds->len == 0)
    return 0;
  g_array_sort (times->milliseconds, qsa_bench_times_compare);
  return g_array_index (times->milliseconds, double,
                        (guint) ((times->milliseconds->len - 1) * part + 0.5));
}

void
qsa_bench_times_print_heading (const char *name, const char *const *collections, guint n)
{
  g_print ("\n%-36s", name);
  for (guint i = 0; i < n; i++)
    g_print (" | %26s", collections[i]);
  g_print ("\n%-36s", "");
  for (guint i = 0; i < n; i++)
    g_print (" | %8s %8s %8s", "p50", "p95", "max");
  g_print ("\n");
}

void
qsa_bench_times_print (const char *name, QsaBenchTimes *const *times, guint n)
{
  g_print ("%-36s", name);
  for (guint i = 0; i < n; i++)
    g_print (" | %8.2f %8.2f %8.2f", qsa_bench_times_percentile (times[i], 0.5),
             qsa_bench_times_percentile (times[i], 0.95),
             qsa_bench_times_percentile (times[i], 1));
  g_print ("\n");
}

static gboolean qsa_bench_processor_time;

void
qsa_bench_use_processor_time (void)
{
  qsa_bench_processor_time = TRUE;
}

gint64
qsa_bench_now_us (void)
{
  struct timespec now;

  if (!qsa_bench_processor_time)
    return g_get_monotonic_time ();
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

double
qsa_bench_milliseconds_since (gint64 start_us)
{
  return (double) (qsa_bench_now_us () - start_us) / 1000.0;
}

double
qsa_bench_get_peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? strtod (line + strlen ("VmHWM:"), NULL) / 1024.0 : 0;
}
