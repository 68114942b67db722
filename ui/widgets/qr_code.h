// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBitArray>
#include <QWidget>

namespace ticker {

/// A text as a QR code (ISO/IEC 18004), dark on white whatever the palette: cameras need it so. Main thread; owned by its
/// parent.
class QrCode final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QrCode)

public:
    explicit QrCode(QWidget *parent = nullptr);

    /// An address of up to a few hundred bytes; empty: nothing is drawn. Its accessible name is made from it.
    void setAddress(const QString &address);
    [[nodiscard]] const QString &address() const { return m_address; }
    /// Modules on each side, without the quiet zone; 0: there is nothing to draw.
    [[nodiscard]] int modules() const { return m_modules; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_address;
    int m_modules = 0;
    QBitArray m_dark; ///< Row by row.
};

} // namespace ticker
