// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients_view.h"

#include "clients_model.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>

namespace ticker {

namespace {

QLabel *makeCentred(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

ClientsView::ClientsView(QAction *openAction, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("clientsView"));
    setupTable();
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(makeEmptyState(openAction));
    m_pages->addWidget(m_table);
    setAddress({});
}

void ClientsView::setupTable()
{
    m_model = new ClientsModel(this);
    m_table = new QTableView(this);
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

    QHeaderView *columns = m_table->horizontalHeader();
    columns->setSectionsMovable(true);
    columns->setHighlightSections(false);
    columns->setSectionResizeMode(ClientsModel::UserAgent, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    columns->resizeSection(ClientsModel::Address, character * 16);
    columns->resizeSection(ClientsModel::Transport, character * 24);
    columns->resizeSection(ClientsModel::ConnectedFor, character * 16);
    for (const int column : {ClientsModel::TicksSent, ClientsModel::Bytes, ClientsModel::Unsent})
        columns->resizeSection(column, character * 13);
    columns->resizeSection(ClientsModel::Events, character * 10);
    // Oldest first, as they came, until the user sorts.
    columns->setSortIndicator(-1, Qt::AscendingOrder);
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(columns, &QHeaderView::customContextMenuRequested, this, &ClientsView::showColumnsMenu);
}

QWidget *ClientsView::makeEmptyState(QAction *openAction)
{
    auto *page = new QFrame(this);
    page->setObjectName(QStringLiteral("emptyState"));
    page->setFrameShape(QFrame::StyledPanel);
    m_emptyTitle = makeCentred(QStringLiteral("emptyStateTitle"), page);
    QFont font = m_emptyTitle->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    m_emptyTitle->setFont(font);
    m_emptyText = makeCentred(QStringLiteral("emptyStateText"), page);
    m_emptyText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_emptyOpen = new QToolButton(page);
    m_emptyOpen->setObjectName(QStringLiteral("emptyStateOpenButton"));
    m_emptyOpen->setDefaultAction(openAction);
    m_emptyOpen->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_emptyOpen->setFocusPolicy(Qt::StrongFocus);
    m_emptyOpen->setMinimumHeight(m_emptyOpen->fontMetrics().height() * 2);

    auto *layout = new QVBoxLayout(page);
    layout->addStretch();
    layout->addWidget(m_emptyTitle);
    layout->addWidget(m_emptyText);
    layout->addSpacing(8);
    layout->addWidget(m_emptyOpen, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

void ClientsView::setRows(const QList<ClientRow> &rows)
{
    m_model->setRows(rows);
    m_pages->setCurrentIndex(rows.isEmpty() ? 0 : 1);
}

void ClientsView::setAddress(const QString &url)
{
    const bool isServing = !url.isEmpty();
    m_emptyTitle->setText(isServing ? tr("No one is connected yet.") : tr("The server is not running."));
    m_emptyText->setText(isServing ? tr("Open the page or point your client at %1").arg(url)
                                   : tr("Clients appear here once it serves."));
    m_emptyOpen->setVisible(isServing);
}

QByteArray ClientsView::headerState() const
{
    return m_table->horizontalHeader()->saveState();
}

void ClientsView::restoreHeaderState(const QByteArray &state)
{
    // A state of other columns, or garbage, is refused by Qt and leaves the defaults.
    if (!state.isEmpty())
        m_table->horizontalHeader()->restoreState(state);
}

void ClientsView::fillColumnsMenu(QMenu *menu)
{
    for (int column = ClientsModel::Address + 1; column < ClientsModel::COLUMN_COUNT; ++column) {
        QAction *action = menu->addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        connect(action, &QAction::toggled, m_table,
                [this, column](bool shown) { m_table->setColumnHidden(column, !shown); });
    }
}

void ClientsView::showColumnsMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnsMenu(menu);
    menu->popup(m_table->horizontalHeader()->mapToGlobal(position));
}

} // namespace ticker
