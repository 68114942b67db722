// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/clients_view.h"

#include "clients/client_actions.h"
#include "clients/clients_model.h"
#include "widgets/columns_menu.h"
#include "widgets/formats.h"
#include "widgets/header_titles.h"
#include "widgets/plain_text.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace ticker {

namespace {

/// In front of what is kept of the columns: changes with them.
const QByteArray headerVersion = QByteArrayLiteral("columns-3:");

} // namespace

ClientsView::ClientsView(const EmptyClients::Actions &actions, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("clientsView"));
    m_pages = new QStackedLayout(this);
    m_empty = new EmptyClients(actions, this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeTablePage());
}

void ClientsView::setupTable(QWidget *page)
{
    m_model = new ClientsModel(this);
    m_table = new QTableView(page);
    m_table->setObjectName(QStringLiteral("clientsTable"));
    m_table->setAccessibleName(tr("Connected clients"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    // To follow one client with the eye is all that a selection is for. Thousands of selected rows, scattered by each new
    // order, would cost more than everything else in the window.
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    m_table->setSortingEnabled(true);

    QHeaderView *rows = m_table->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed); // ten thousand rows need no measuring
    rows->setDefaultSectionSize(fontMetrics().height() + 10);

    constexpr int leastRows = 2; // with the head: a low window shows what it can
    m_table->setMinimumHeight(leastRows * rows->defaultSectionSize());
    setupColumns();
    m_actions = new ClientActions(m_table, this);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::customContextMenuRequested, this, &ClientsView::showRowMenu);
    connect(m_table, &QTableView::doubleClicked, m_actions, &ClientActions::showDetails);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ClientsView::refreshClient);
}

void ClientsView::setupColumns()
{
    QHeaderView *columns = m_table->horizontalHeader();
    columns->setSectionsMovable(true);
    columns->setHighlightSections(false);
    columns->setSectionResizeMode(ClientsModel::UserAgent, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    columns->resizeSection(ClientsModel::Address, character * 14);
    columns->resizeSection(ClientsModel::Name, character * 14);
    columns->resizeSection(ClientsModel::Transport, character * 20);
    columns->resizeSection(ClientsModel::Subscriptions, character * 15);
    columns->resizeSection(ClientsModel::ConnectedFor, character * 15);
    for (const int column : {ClientsModel::Rate, ClientsModel::TicksSent, ClientsModel::Merged, ClientsModel::Bytes,
                             ClientsModel::Unsent, ClientsModel::RoundTrip, ClientsModel::Events})
        columns->resizeSection(column, character * 12);
    // Others can be chosen, but what is there must have its room.
    for (const int column : {ClientsModel::Name, ClientsModel::Merged, ClientsModel::RoundTrip, ClientsModel::Events})
        columns->setSectionHidden(column, true);
    // Oldest first, as they came, until the user sorts.
    columns->setSortIndicator(-1, Qt::AscendingOrder);
    headerTitles::keepReadable(columns);
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(columns, &QHeaderView::customContextMenuRequested, m_table,
            [this](const QPoint &position) { columnsMenu::popUp(m_table, ClientsModel::Address, position); });
}

QWidget *ClientsView::makeTablePage()
{
    auto *page = new QWidget(this);
    m_filterEdit = new QLineEdit(page);
    m_filterEdit->setObjectName(QStringLiteral("clientsFilter"));
    m_filterEdit->setPlaceholderText(tr("Filter"));
    m_filterEdit->setAccessibleName(tr("Filter clients"));
    m_filterEdit->setToolTip(tr("Searches address, name, transport, user agent and subscriptions"));
    m_filterEdit->setClearButtonEnabled(true);
    m_filterCount = plainLabel(page);
    m_filterCount->setObjectName(QStringLiteral("clientsShown"));
    connect(m_filterEdit, &QLineEdit::textChanged, this, &ClientsView::setFilter);
    auto *find = new QShortcut(QKeySequence::Find, page);
    connect(find, &QShortcut::activated, m_filterEdit, [this] {
        m_filterEdit->setFocus(Qt::ShortcutFocusReason);
        m_filterEdit->selectAll();
    });

    setupTable(page);
    auto *filter = new QHBoxLayout;
    filter->addWidget(m_filterEdit, 1);
    filter->addWidget(m_filterCount);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(filter);
    layout->addWidget(m_table, 1);
    return page;
}

void ClientsView::setFilter(const QString &text)
{
    m_filter.setText(text.trimmed());
    showRows();
}

void ClientsView::setRows(const QList<ClientRow> &rows)
{
    m_rows = rows;
    showNames();
    showRows();
    m_pages->setCurrentIndex(rows.isEmpty() ? 0 : 1);
    m_actions->setCount(rows.size());
}

/// Few clients give themselves a name; with the first one that does its column appears, unless it was hidden since.
void ClientsView::showNames()
{
    if (m_hasNames || std::ranges::none_of(m_rows, [](const ClientRow &row) { return !row.name.isEmpty(); }))
        return;
    m_hasNames = true;
    m_table->horizontalHeader()->setSectionHidden(ClientsModel::Name, false);
}

void ClientsView::showRows()
{
    m_model->setRows(m_filter.apply(m_rows));
    m_filterCount->setVisible(m_filter.isActive());
    if (m_filter.isActive()) {
        m_filterCount->setText(
            plainText(tr("%1 of %2 shown")
                          .arg(formats::count(quint64(m_model->rowCount())), formats::count(quint64(m_rows.size())))));
    }
    refreshClient();
}

void ClientsView::refreshClient()
{
    const QModelIndex current = m_table->currentIndex();
    m_actions->setClient(current.isValid() ? std::optional(m_model->client(current.row())) : std::nullopt);
}

void ClientsView::showRowMenu(const QPoint &position)
{
    if (!m_table->currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("clientMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->addRowActionsTo(menu);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void ClientsView::setAddress(const QString &url)
{
    m_empty->setAddress(url);
}

QByteArray ClientsView::headerState() const
{
    return headerVersion + m_table->horizontalHeader()->saveState();
}

void ClientsView::restoreHeaderState(const QByteArray &state)
{
    // Of other columns it would be taken for one of these; garbage is refused by Qt and leaves the defaults.
    if (state.startsWith(headerVersion))
        m_table->horizontalHeader()->restoreState(state.sliced(headerVersion.size()));
    headerTitles::widen(m_table->horizontalHeader());
}

void ClientsView::fillColumnsMenu(QMenu *menu)
{
    columnsMenu::fill(menu, m_table, ClientsModel::Address);
}

} // namespace ticker

#include "moc_clients_view.cpp"
