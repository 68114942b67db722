// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/qr_code.h"

#include "widgets/plain_text.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace ticker {

namespace {

/// ISO/IEC 18004, 6.3.8: this many white modules around it.
constexpr int quietZone = 4;
/// Pixels that a module has, so that a telephone reads it at arm's length.
constexpr int moduleSide = 5;

} // namespace

QrCode::QrCode(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("qrCode"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrCode::setAddress(const QString &address)
{
    if (m_address == address)
        return;
    m_address = address;
    m_modules = 0;
    const QByteArray bytes = address.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        bytes.isEmpty() ? nullptr : QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (code) {
        m_modules = code->width;
        m_dark = QBitArray(m_modules * m_modules);
        for (int i = 0; i < m_dark.size(); ++i)
            m_dark.setBit(i, (code->data[i] & 1) != 0);
    }
    setAccessibleName(plainText(address.isEmpty() ? QString() : tr("QR code of %1").arg(address)));
    setAccessibleDescription(
        plainText(address.isEmpty() ? QString() : tr("Scan with a phone to open %1").arg(address)));
    updateGeometry();
    update();
}

QSize QrCode::sizeHint() const
{
    const int side = m_modules == 0 ? 0 : (m_modules + 2 * quietZone) * moduleSide;
    return {side, side};
}

void QrCode::paintEvent(QPaintEvent *)
{
    if (m_modules == 0)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    for (int i = 0; i < m_dark.size(); ++i) {
        const QPoint module(i % m_modules + quietZone, i / m_modules + quietZone);
        if (m_dark.testBit(i))
            painter.fillRect(QRect(module * moduleSide, QSize(moduleSide, moduleSide)), Qt::black);
    }
}

} // namespace ticker

#include "moc_qr_code.cpp"
