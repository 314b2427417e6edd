/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-thread.h"

#include <signal.h>

void
qsa_thread_prepare (void)
{
  sigset_t signals;

  /* The kernel sends SIGXFSZ to the thread that writes; blocked there, write() says EFBIG. */
  sigemptyset (&signals);
  sigaddset (&signals, SIGXFSZ);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
}
