/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>
#include <time.h>

#include "qsa-result-model.h"
#include "qsa-result-private.h"

/* What a keystroke costs the window when the list holds a million articles, one of which is selected:
 *
 *   QsaResultModel -> CountingModel -> Gtk…Selection -> GtkListView in a mapped window
 *
 * GTK 4.8 reads every row when all are replaced in one signal (a million reads for the list view, and
 * as many for a selection); QsaResultModel knows better. */

#define N_ROWS 1000000u
#define N_FEW_ROWS 1000u
#define N_ROUNDS 10u
/* For the rows; what GTK takes to make some 200 widgets comes on top, and is measured with few rows. */
#define MAX_US 20000
/* Rows that a list view may ask for: what it shows and some around, at several times. */
#define MAX_READ 5000u

#define COUNTING_TYPE_MODEL (counting_model_get_type ())
G_DECLARE_FINAL_TYPE (CountingModel, counting_model, COUNTING, MODEL, GObject)

struct _CountingModel
{
  GObject parent_instance;
  GListModel *model;
  guint n_read;
};

static GType
counting_model_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (COUNTING_MODEL (list)->model);
}

static guint
counting_model_get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (COUNTING_MODEL (list)->model);
}

static gpointer
counting_model_get_item (GListModel *list, guint position)
{
  COUNTING_MODEL (list)->n_read++;
  return g_list_model_get_item (COUNTING_MODEL (list)->model, position);
}

static void
counting_model_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = counting_model_get_item_type;
  interface->get_n_items = counting_model_get_n_items;
  interface->get_item = counting_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CountingModel, counting_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      counting_model_list_model_init))

static void
counting_model_finalize (GObject *object)
{
  g_object_unref (COUNTING_MODEL (object)->model);
  G_OBJECT_CLASS (counting_model_parent_class)->finalize (object);
}

static void
counting_model_class_init (CountingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = counting_model_finalize;
}

static void
counting_model_init (CountingModel *self)
{
}

static CountingModel *
counting_model_new (QsaResultModel *model)
{
  CountingModel *self = g_object_new (COUNTING_TYPE_MODEL, NULL);

  self->model = G_LIST_MODEL (g_object_ref (model));
  g_signal_connect_object (model, "items-changed",
                           G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static QsaResult *
make_result (guint32 first_id, guint n_rows)
{
  g_autoptr (QsaQuery) query = qsa_query_parse ("", QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, filter, QSA_SORT_NEWEST);
  QsaResult *result = qsa_result_new (request);
  guint32 *ids = g_new (guint32, n_rows);

  for (guint i = 0; i < n_rows; i++)
    ids[i] = first_id + i;
  qsa_result_take_ids (result, ids, n_rows);
  return result;
}

/* Of this thread alone: other programs share the machine. */
static gint64
thread_time_us (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  QsaResultItem *row = gtk_list_item_get_item (item);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT,
                                           qsa_result_item_get_id (row));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
on_tick (GdkFrameClock *clock, gpointer painted)
{
  *(gboolean *) painted = TRUE;
}

static gboolean
on_deadline (gpointer data)
{
  g_error ("the window was not painted in time");
  return G_SOURCE_REMOVE;
}

/* Until the next frame was painted. */
static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint deadline = g_timeout_add_seconds (20, on_deadline, NULL);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_tick),
                                     &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  g_source_remove (deadline);
}

static GtkWidget *
show_list (GtkSelectionModel *selection)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 gtk_list_view_new (g_object_ref (selection), factory));
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  return window;
}

static GtkSelectionModel *
make_multi_selection (GListModel *model)
{
  return GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (model)));
}

static GtkSelectionModel *
make_single_selection (GListModel *model)
{
  GtkSingleSelection *selection = gtk_single_selection_new (g_object_ref (model));

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  return GTK_SELECTION_MODEL (selection);
}

typedef GtkSelectionModel *(*MakeSelection) (GListModel *model);

static const MakeSelection make_selections[] = { make_multi_selection,
                                                 make_single_selection };

/* The best time of some replacements, with a row selected, in a list of so many rows. */
static gint64
measure (MakeSelection make, guint n_rows)
{
  g_autoptr (QsaResultModel) model = qsa_result_model_new (NULL);
  g_autoptr (CountingModel) counting = counting_model_new (model);
  g_autoptr (GtkSelectionModel) selection = make (G_LIST_MODEL (counting));
  g_autoptr (QsaResult) odd = make_result (1, n_rows);
  g_autoptr (QsaResult) even = make_result (n_rows + 1, n_rows);
  GtkWidget *window;
  gint64 best_us = G_MAXINT64;

  qsa_result_model_set_result (model, even);
  window = show_list (selection);
  for (guint round = 1; round <= N_ROUNDS; round++)
    {
      gint64 start_us;

      gtk_selection_model_select_item (selection, 5, TRUE);
      g_assert_true (gtk_selection_model_is_selected (selection, 5));
      wait_for_frame (window);
      counting->n_read = 0;
      start_us = thread_time_us ();
      qsa_result_model_set_result (model, round % 2 == 0 ? even : odd);
      best_us = MIN (best_us, thread_time_us () - start_us);
      wait_for_frame (window);
      g_assert_cmpuint (counting->n_read, >, 0); /* the list does show them */
      g_assert_cmpuint (counting->n_read, <, MAX_READ);
    }
  g_test_message ("%u rows replaced in %" G_GINT64_FORMAT " us, %u rows read", n_rows,
                  best_us, counting->n_read);
  gtk_window_destroy (GTK_WINDOW (window));
  return best_us;
}

static void
test_replacement (gconstpointer data)
{
  const MakeSelection *make = data;
  gint64 few_us = measure (*make, N_FEW_ROWS);

  g_assert_cmpint (measure (*make, N_ROWS), <, few_us + MAX_US);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/app/result-replacement/multi-selection", &make_selections[0],
                        test_replacement);
  g_test_add_data_func ("/app/result-replacement/single-selection", &make_selections[1],
                        test_replacement);

  return g_test_run ();
}
