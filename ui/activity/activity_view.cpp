// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activity_view.h"

#include "activity/activity_file.h"
#include "activity/activity_filter.h"
#include "activity/activity_model.h"
#include "server_values/web_origin.h"
#include "widgets/formats.h"
#include "widgets/plain_text.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

using Group = ActivityText::Group;

constexpr int anyGroup = -1;

/// In pixels, of all kinds of lines: it depends on the language.
int widestTitle(const QFontMetrics &metrics)
{
    int width = 0;
    for (int kind = 0; kind < Activity::kinds; ++kind)
        width = std::max(width, metrics.horizontalAdvance(ActivityText::title(Activity::Kind(kind))));
    return width;
}

} // namespace

ActivityView::ActivityView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("activityView"));
    m_model = new ActivityModel(this);
    m_filter = new ActivityFilter(m_model, this);
    setupActions();
    auto *filters = new QHBoxLayout;
    setupFilter(filters);
    setupTable();
    auto *buttons = new QHBoxLayout;
    setupButtons(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(filters);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    refreshActions();
    refreshCount();
}

QAction *ActivityView::makeAction(const QString &name, const QString &text, const QString &toolTip)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setToolTip(plainToolTip(toolTip));
    return action;
}

void ActivityView::setupActions()
{
    m_pause = makeAction(QStringLiteral("activityPauseAction"), tr("&Hold list"),
                         tr("Holds new entries back until you switch it off"));
    m_pause->setCheckable(true);
    m_allow = makeAction(QStringLiteral("activityAllowAction"), tr("&Allow origin"),
                         tr("Allows pages from the selected line's origin, now and after a restart"));
    m_onlyClient = makeAction(QStringLiteral("activityOnlyClientAction"), tr("&Only this client"),
                              tr("Shows only the activity of the selected line's client"));
    m_allClients = makeAction(QStringLiteral("activityAllClientsAction"), tr("All &clients"),
                              tr("Shows the activity of all clients again"));
    m_copy = makeAction(QStringLiteral("activityCopyAction"), tr("Cop&y"), tr("Copies the selected lines"));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_save = makeAction(QStringLiteral("activitySaveAction"), tr("&Save…"), tr("Saves the shown lines as JSON Lines"));
    m_clear = makeAction(QStringLiteral("activityClearAction"), tr("C&lear"), tr("Deletes all lines"));
    connect(m_pause, &QAction::toggled, this, &ActivityView::setPaused);
    connect(m_allow, &QAction::triggered, this, &ActivityView::allow);
    connect(m_onlyClient, &QAction::triggered, this, [this] {
        if (const Activity *line = current())
            showOnlyClient(line->client, ActivityText::peer(*line));
    });
    connect(m_allClients, &QAction::triggered, this, &ActivityView::showAllClients);
    connect(m_copy, &QAction::triggered, this, &ActivityView::copy);
    connect(m_save, &QAction::triggered, this, &ActivityView::save);
    connect(m_clear, &QAction::triggered, this, &ActivityView::clear);
}

QToolButton *ActivityView::makeButton(QAction *action, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus); // tool buttons are left out of the tab chain by default
    return button;
}

void ActivityView::setupFilter(QBoxLayout *row)
{
    m_text = new QLineEdit(this);
    m_text->setObjectName(QStringLiteral("activityFilter"));
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter the activity log"));
    m_text->setClearButtonEnabled(true);
    m_group = new QComboBox(this);
    m_group->setObjectName(QStringLiteral("activityGroup"));
    m_group->setAccessibleName(tr("Kind of activity"));
    m_group->addItem(tr("Everything"), anyGroup);
    for (const Group group : {Group::Server, Group::Clients, Group::Refused, Group::Control})
        m_group->addItem(ActivityText::groupName(group), int(group));
    m_allClientsButton = makeButton(m_allClients, QStringLiteral("activityAllClientsButton"));
    m_allClientsButton->hide();
    row->addWidget(m_text, 1);
    row->addWidget(m_group);
    row->addWidget(m_allClientsButton);

    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_text->setFocus(Qt::ShortcutFocusReason);
        m_text->selectAll();
    });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text.trimmed());
        refreshCount();
    });
    connect(m_group, &QComboBox::currentIndexChanged, this, [this] {
        const int group = m_group->currentData().toInt();
        m_filter->setGroup(group == anyGroup ? std::nullopt : std::optional(Group(group)));
        refreshCount();
    });
}

ActivityView::~ActivityView()
{
    // Its table goes after it, and is laid out a last time.
    m_table->verticalScrollBar()->disconnect(this);
}

void ActivityView::setupButtons(QBoxLayout *row)
{
    m_count = plainLabel(this);
    m_count->setObjectName(QStringLiteral("activityCount"));
    m_follow = new QCheckBox(tr("Follow"), this);
    m_follow->setObjectName(QStringLiteral("activityFollow"));
    m_follow->setToolTip(tr("Scrolls to the newest line"));
    m_follow->setChecked(true);
    connect(m_follow, &QCheckBox::toggled, this, [this](bool follow) {
        if (follow)
            m_table->scrollToBottom();
    });
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(m_follow);
    row->addWidget(makeButton(m_pause, QStringLiteral("activityPauseButton")));
    row->addWidget(makeButton(m_allow, QStringLiteral("activityAllowButton")));
    row->addWidget(makeButton(m_copy, QStringLiteral("activityCopyButton")));
    row->addWidget(makeButton(m_save, QStringLiteral("activitySaveButton")));
    row->addWidget(makeButton(m_clear, QStringLiteral("activityClearButton")));
}

void ActivityView::setupTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("activityTable"));
    m_table->setAccessibleName(tr("Activity"));
    m_table->setModel(m_filter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    m_table->addAction(m_copy);

    QHeaderView *rows = m_table->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed); // thousands of lines need no measuring
    rows->setDefaultSectionSize(fontMetrics().height() + 6);
    QHeaderView *columns = m_table->horizontalHeader();
    columns->setHighlightSections(false);
    columns->setStretchLastSection(true);
    const int character = fontMetrics().averageCharWidth();
    columns->resizeSection(ActivityModel::Time, character * 15);
    columns->resizeSection(ActivityModel::What, widestTitle(fontMetrics()) + character * 2);
    columns->resizeSection(ActivityModel::Peer, character * 22);

    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::customContextMenuRequested, this, &ActivityView::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ActivityView::refreshActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ActivityView::refreshActions);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &ActivityView::onScrolled);
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ActivityView::onRangeChanged);
}

void ActivityView::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("activityMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_allow, m_onlyClient});
    menu->addSeparator();
    menu->addActions({m_copy, m_save, m_clear});
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

// Lines

void ActivityView::append(const Activities &lines)
{
    if (!m_pause->isChecked()) {
        add(lines);
        return;
    }
    m_held += lines;
    if (m_held.size() > ActivityModel::mostLines)
        m_held.remove(0, m_held.size() - ActivityModel::mostLines);
    refreshCount();
}

void ActivityView::add(const Activities &lines)
{
    m_model->append(lines);
    refreshCount();
}

void ActivityView::setPaused(bool paused)
{
    if (!paused)
        add(std::exchange(m_held, {}));
    refreshCount();
}

void ActivityView::clear()
{
    m_held.clear();
    m_model->clear();
    refreshActions();
    refreshCount();
}

/// Who looks at earlier lines stays with them, and who comes back to the end follows again.
void ActivityView::onScrolled(int value)
{
    if (!m_isMoving)
        m_follow->setChecked(value >= m_table->verticalScrollBar()->maximum());
}

/// Lines came or went, by themselves or by the filter, or the table has another size, perhaps because it was hidden when they
/// came. None of this is a person who scrolls.
void ActivityView::onRangeChanged()
{
    QScrollBar *bar = m_table->verticalScrollBar();
    m_isMoving = true;
    bar->setValue(m_follow->isChecked() ? bar->maximum() : bar->value());
    m_isMoving = false;
}

void ActivityView::refreshCount()
{
    const QString all = formats::count(quint64(m_model->rowCount()));
    QString text = m_model->rowCount() == 1 ? tr("1 line") : tr("%1 lines").arg(all);
    if (m_filter->isActive())
        text = tr("%1 of %2 shown").arg(formats::count(quint64(m_filter->rowCount())), all);
    if (!m_held.isEmpty())
        text = tr("%1, %2 held back").arg(text, formats::count(quint64(m_held.size())));
    m_count->setText(plainText(text));
    m_save->setEnabled(m_filter->rowCount() > 0);
    m_clear->setEnabled(m_model->rowCount() > 0 || !m_held.isEmpty());
}

void ActivityView::refreshActions()
{
    const Activity *line = current();
    m_copy->setEnabled(m_table->selectionModel()->hasSelection());
    m_allow->setEnabled(!originToAllow().isEmpty());
    m_onlyClient->setEnabled(line && line->client != 0);
}

// What is done with them

const Activity *ActivityView::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_filter->line(index.row()) : nullptr;
}

QString ActivityView::originToAllow() const
{
    const Activity *line = current();
    const bool can = line && line->kind == Activity::Kind::OriginRefused && isWebOrigin(line->text);
    return can ? line->text : QString();
}

void ActivityView::allow()
{
    if (const QString origin = originToAllow(); !origin.isEmpty())
        Q_EMIT originAllowed(origin);
}

void ActivityView::showOnlyClient(quint64 id, const QString &name)
{
    m_filter->setClient(id);
    m_allClients->setText(plainText(tr("Only %1 – show &all", "address").arg(name)));
    m_allClientsButton->show();
    refreshCount();
}

void ActivityView::showAllClients()
{
    m_filter->setClient(0);
    if (m_allClientsButton->hasFocus())
        m_table->setFocus();
    m_allClientsButton->hide();
    refreshCount();
}

void ActivityView::copy() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < ActivityModel::COLUMN_COUNT; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    QGuiApplication::clipboard()->setText(text);
}

void ActivityView::save()
{
    if (m_dialog)
        m_dialog->reject();
    m_dialog = new QFileDialog(this, tr("Save activity"));
    m_dialog->setObjectName(QStringLiteral("activityDialog"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before a file is replaced
    m_dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    m_dialog->setNameFilters({tr("JSON Lines (*.jsonl)"), tr("All files (*)")});
    m_dialog->selectFile(QDateTime::currentDateTime().toString(QStringLiteral("'activity' yyyy-MM-dd HHmmss'.jsonl'")));
    connect(m_dialog, &QFileDialog::fileSelected, this, &ActivityView::saveTo);
    m_dialog->open();
}

void ActivityView::saveTo(const QString &path)
{
    Activities lines;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        lines.append(m_filter->line(row));
    if (const auto why = saveActivities(path, lines))
        Q_EMIT noticed(
            tr("Cannot write the activity log to %1: %2").arg(QDir::toNativeSeparators(path), why->translated()));
    else
        Q_EMIT saved();
}

} // namespace ticker

#include "moc_activity_view.cpp"
