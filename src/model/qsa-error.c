/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-error.h"

G_DEFINE_QUARK (qsa - error - quark, qsa_error)
