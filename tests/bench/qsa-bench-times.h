/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A collection of measured times. */
typedef struct _QsaBenchTimes QsaBenchTimes;

QsaBenchTimes *qsa_bench_times_new (void);
void qsa_bench_times_free (QsaBenchTimes *times);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaBenchTimes, qsa_bench_times_free)

void qsa_bench_times_add (QsaBenchTimes *times, double milliseconds);
/* 0 to 1; 0 when nothing was measured. */
double qsa_bench_times_percentile (QsaBenchTimes *times, double part);

/* "   p50   p95   max" of each of @n collections under @name, in one line. */
void qsa_bench_times_print_heading (const char *name, const char *const *collections,
                                    guint n);
void qsa_bench_times_print (const char *name, QsaBenchTimes *const *times, guint n);

/* The clock of the bench: real time, or once asked for the processor time of this process, which others on
 * a busy machine disturb less. */
void qsa_bench_use_processor_time (void);
gint64 qsa_bench_now_us (void);
double qsa_bench_milliseconds_since (gint64 start_us);

/* The program's largest memory so far, in MB (VmHWM); 0 where the system does not say. */
double qsa_bench_get_peak_memory (void);

G_END_DECLS
