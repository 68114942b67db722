// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/activity.h"

#include <QPointer>
#include <QWidget>

class QAbstractButton;
class QAction;
class QBoxLayout;
class QCheckBox;
class QComboBox;
class QFileDialog;
class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace ticker {

class ActivityFilter;
class ActivityModel;

/// The page with what has happened: a table of lines to filter, hold, copy and save. Main thread; owned by the window.
class ActivityView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityView)

public:
    explicit ActivityView(QWidget *parent = nullptr);
    ~ActivityView() override;

    /// Shows only what a client does, by ClientRow::id, until the person wants to see all again. The name is for people.
    void showOnlyClient(quint64 id, const QString &name);

public Q_SLOTS:
    void append(const ticker::Activities &lines);

Q_SIGNALS:
    /// It is an origin, and was refused.
    void originAllowed(const QString &origin);
    /// A line for a person: why the file could not be written.
    void noticed(const QString &text);
    /// A file was written.
    void saved();

private:
    QAction *makeAction(const QString &name, const QString &text, const QString &toolTip);
    QToolButton *makeButton(QAction *action, const QString &name);
    void setupActions();
    void setupFilter(QBoxLayout *row);
    void setupButtons(QBoxLayout *row);
    void setupTable();
    void showMenu(const QPoint &position);

    void setPaused(bool paused);
    void add(const Activities &lines);
    void clear();
    void copy() const;
    void save();
    void saveTo(const QString &path);
    void allow();
    void onScrolled(int value);
    void onRangeChanged();
    void refreshCount();
    void refreshActions();
    void showAllClients();
    [[nodiscard]] const Activity *current() const;
    [[nodiscard]] QString originToAllow() const;

    ActivityModel *m_model = nullptr;
    ActivityFilter *m_filter = nullptr;
    Activities m_held;       ///< While it is paused.
    bool m_isMoving = false; ///< The table, by itself.

    // Owned by Qt's parent-child tree.
    QLineEdit *m_text = nullptr;
    QComboBox *m_group = nullptr;
    QAction *m_allClients = nullptr;
    QToolButton *m_allClientsButton = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_allow = nullptr;
    QAction *m_onlyClient = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_save = nullptr;
    QAction *m_clear = nullptr;
    QCheckBox *m_follow = nullptr;
    QLabel *m_count = nullptr;
    QTableView *m_table = nullptr;
    QPointer<QFileDialog> m_dialog;
};

} // namespace ticker
