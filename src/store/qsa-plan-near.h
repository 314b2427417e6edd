/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-planner.h"

G_BEGIN_DECLS

/* Private to the planner. What finds the NEAR node; many things are asked for in groups that overlap. */
QsaPlanNode *qsa_plan_near_new (QsaPlanner *planner, const QsaQueryNode *node,
                                gboolean wanted);

G_END_DECLS
