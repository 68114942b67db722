// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace ticker {

/// Where one is in a file, as a share of it. Can be moved by hand, wheel and keys, but not beyond what has been read of the
/// file, which is marked below the groove. Main thread; owned by its parent.
class PositionSlider final : public QSlider
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PositionSlider)

public:
    static constexpr int positions = 10'000;

    explicit PositionSlider(QWidget *parent = nullptr);

    /// From 0 to 1. Waits while it is held.
    void showShare(double share);
    /// How much has been read, from 0 to 1.
    void setReach(double share);
    [[nodiscard]] double reach() const { return m_reach; }

Q_SIGNALS:
    /// A person went there: when the mouse button is released, and at each key or turn of the wheel. Never for showShare().
    void chosen(double share);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect groove() const;
    [[nodiscard]] int positionAt(const QPoint &point) const;
    [[nodiscard]] int farthest() const;
    void choose();

    double m_reach = 1;
    int m_pressedAt = 0; ///< Its value before the mouse button was pressed.
};

} // namespace ticker
