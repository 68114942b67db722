// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/price_cells.h"
#include "table/price_columns.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <vector>

namespace ticker {

/// The instruments of the market as a table, in its order. Main thread; owned by its parent. A price that moves flashes for a
/// moment, at most so often as nobody is hurt by.
class PricesModel final : public QAbstractTableModel, public PriceColumns
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PricesModel)

public:
    enum Role : int {
        DirectionRole = Qt::UserRole, ///< PriceCells::direction()
        FlashRole,                    ///< The direction while it flashes; else 0.
        PlaceRole,                    ///< ChartChoice::place()
    };

    /// The place of a symbol in the chart, or -1; and puts it there, or takes it out.
    struct Chart final
    {
        std::function<int(const QString &)> placeOf;
        std::function<void(const QString &, bool)> choose;
    };

    explicit PricesModel(Chart chart, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] const PriceRow &row(int row) const { return m_rows[std::size_t(row)].row; }

    /// All of the market, without prices. Those that stay where they were keep theirs, unless it is another tape.
    void setInstruments(const QList<InstrumentInfo> &instruments, bool isAnotherTape);
    void showPrices(const QList<InstrumentPrice> &prices);
    /// What is in the chart has changed.
    void tellChart();
    /// Not where a person wants no animations.
    void setFlashing(bool flashing);

private:
    struct Row final
    {
        PriceRow row;
        qint64 flashedAtMs = 0; ///< When the last flash began, by m_clock.
        bool isFlashing = false;
    };

    bool beginFlash(Row &row);
    void endFlashes();
    void tellChanges(const std::vector<quint32> &changed);

    Chart m_chart;
    std::vector<Row> m_rows;
    bool m_flashing = true;
    QElapsedTimer m_clock;
    QTimer m_flashEnd;
};

} // namespace ticker
