/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-scrape.h"

G_BEGIN_DECLS

/* Lines that hold several short fields side by side: "صحيفة » قسم", "قسم | تاريخ |". */

/* Each field goes where its form says; what cannot be told is left out. */
void qsa_scrape_read_fields (QsaScrape *scrape, const char *text);

/* The last step of a trail is the section, or the title below it; a menu has more steps. */
void qsa_scrape_read_trail (QsaScrape *scrape, const char *text);

/* A year alone is a date beside the number of an issue. */
void qsa_scrape_read_issue_year (QsaScrape *scrape, const char *text);

G_END_DECLS
