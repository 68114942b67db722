// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/prices_table.h"

#include "table/price_delegate.h"
#include "table/prices_model.h"
#include "table/prices_order.h"
#include "widgets/columns_menu.h"
#include "widgets/header_titles.h"
#include "widgets/plain_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QToolButton>

namespace ticker {

namespace {
constexpr int leastCharacters = 9;
constexpr int leastRows = 2; ///< With the header.
constexpr int nameCharacters = 26;
constexpr int priceCharacters = 14; ///< With its arrow.
} // namespace

PricesTable::PricesTable(PricesModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_order(new PricesOrder(model, this))
{
    setObjectName(QStringLiteral("pricesTablePart"));
    setupFilter();
    setupTable();
    setupColumns();
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_count);
    bar->addStretch(1);
    bar->addWidget(m_columns);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_order, signal, this, &PricesTable::tellCount);
    connect(m_order, &QAbstractItemModel::modelReset, this, &PricesTable::tellCount);
}

void PricesTable::setupFilter()
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("pricesFilter"));
    m_filter->setAccessibleName(tr("Find instruments"));
    m_filter->setPlaceholderText(tr("Find by symbol or name"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_order->setFilter(text);
        tellCount();
    });
    m_count = plainLabel(this);
    m_count->setObjectName(QStringLiteral("pricesCount"));
    m_columns = new QToolButton(this);
    m_columns->setObjectName(QStringLiteral("pricesColumnsButton"));
    m_columns->setText(tr("Columns"));
    m_columns->setToolTip(tr("Choose the columns of the table"));
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_columns);
    menu->setObjectName(QStringLiteral("pricesColumnsMenu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillColumnsMenu(menu);
    });
    m_columns->setMenu(menu);
}

void PricesTable::setupTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("pricesTable"));
    m_table->setAccessibleName(tr("Instruments and their prices"));
    m_table->setModel(m_order);
    m_delegate = new PriceDelegate(m_table);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    m_table->setSortingEnabled(true);
    QHeaderView *rows = m_table->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->setMinimumHeight(rows->defaultSectionSize() * leastRows);
    connect(m_table, &QTableView::activated, this, &PricesTable::toggle);
}

void PricesTable::setupColumns()
{
    QHeaderView *columns = m_table->horizontalHeader();
    columns->setSectionsMovable(true);
    columns->setHighlightSections(false);
    columns->setSortIndicatorClearable(true); // back to the order of the market
    columns->setStretchLastSection(true);
    for (int column = 0; column < PricesModel::COLUMN_COUNT; ++column) {
        const int characters = column == PricesModel::Name ? nameCharacters
            : column == PricesModel::Price                 ? priceCharacters
                                                           : leastCharacters;
        columns->resizeSection(column, fontMetrics().averageCharWidth() * characters);
    }
    columns->setSortIndicator(-1, Qt::AscendingOrder);
    for (const int column : {PricesModel::Previous, PricesModel::LastSize})
        columns->hideSection(column);
    headerTitles::keepReadable(columns);
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(columns, &QHeaderView::customContextMenuRequested, m_table,
            [this](const QPoint &position) { columnsMenu::popUp(m_table, PricesModel::Symbol, position); });
}

void PricesTable::setRisingIsRed(bool isRed)
{
    m_delegate->setRisingIsRed(isRed);
    m_table->viewport()->update();
}

/// Return, or a double click, anywhere in a row.
void PricesTable::toggle(const QModelIndex &index)
{
    const QModelIndex box = index.siblingAtColumn(PricesModel::InChart);
    const bool inChart = box.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    m_order->setData(box, inChart ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void PricesTable::tellCount()
{
    const bool isFiltered = m_order->rowCount() != m_model->rowCount();
    m_count->setText(
        plainText(isFiltered ? tr("%1 of %2").arg(m_order->rowCount()).arg(m_model->rowCount()) : QString()));
}

QByteArray PricesTable::headerState() const
{
    return m_table->horizontalHeader()->saveState();
}

void PricesTable::restoreHeaderState(const QByteArray &state)
{
    // A state of other columns, or garbage, is refused by Qt and leaves the defaults.
    if (!state.isEmpty())
        m_table->horizontalHeader()->restoreState(state);
    headerTitles::widen(m_table->horizontalHeader());
}

void PricesTable::fillColumnsMenu(QMenu *menu)
{
    columnsMenu::fill(menu, m_table, PricesModel::Symbol);
}

} // namespace ticker

#include "moc_prices_table.cpp"
