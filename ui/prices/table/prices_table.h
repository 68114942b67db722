// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QLabel;
class QMenu;
class QTableView;
class QToolButton;

namespace ticker {

class PriceDelegate;
class PricesModel;
class PricesOrder;

/// The instruments as a table, with a field that finds some of them. Main thread; owned by its parent.
class PricesTable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PricesTable)

public:
    /// The model is its parent's.
    explicit PricesTable(PricesModel *model, QWidget *parent = nullptr);

    [[nodiscard]] QByteArray headerState() const;
    void restoreHeaderState(const QByteArray &state);
    /// Adds a checkable entry for each column that may be hidden.
    void fillColumnsMenu(QMenu *menu);

    /// Else rising prices are green.
    void setRisingIsRed(bool isRed);

private:
    void setupTable();
    void setupColumns();
    void setupFilter();
    void toggle(const QModelIndex &index);
    void tellCount();

    PricesModel *m_model;
    PricesOrder *m_order;
    QTableView *m_table = nullptr;
    PriceDelegate *m_delegate = nullptr; ///< Child of the table.
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_columns = nullptr;
};

} // namespace ticker
