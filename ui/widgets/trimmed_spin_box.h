// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace ticker {

/// A spin box that shows "50" and "0.1", not "50.0000": its decimals are a limit, not a format. Main thread; owned by
/// its parent.
class TrimmedSpinBox final : public QDoubleSpinBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrimmedSpinBox)

public:
    explicit TrimmedSpinBox(QWidget *parent = nullptr);

    [[nodiscard]] QString textFromValue(double value) const override;
    /// The user has typed something that is not yet the value.
    [[nodiscard]] bool isBeingEdited() const;
};

} // namespace ticker
