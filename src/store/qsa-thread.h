/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to store. First thing on every thread that has a connection: a file size limit (ulimit
 * -f) must be an error like a full disk there, and not the end of the program. */
void qsa_thread_prepare (void);

G_END_DECLS
