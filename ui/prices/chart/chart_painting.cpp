// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_painting.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <utility>

namespace ticker {

namespace {

/// Pixels of the picture for each of the screen.
constexpr int scale = 2;

/// The rows of an image from one to another, as an image that shares its memory.
QImage rowsOf(QImage *image, int from, int to)
{
    return {image->scanLine(from), image->width(), to - from, image->bytesPerLine(), image->format()};
}

} // namespace

ChartPainting::ChartPainting(ChartDrawing drawing, QObject *parent)
    : QObject(parent), m_thread([this, drawing = std::move(drawing)] { paint(drawing); })
{
}

ChartPainting::~ChartPainting()
{
    stop();
    m_thread.join();
}

/// By strips, between which it can be stopped. What is told goes by the event loop, like everything between threads.
void ChartPainting::paint(const ChartDrawing &drawing)
{
    QImage image(drawing.size * scale, QImage::Format_RGB32);
    QByteArray png;
    if (!image.isNull()) {
        image.fill(drawing.background);
        QPicture picture = drawing.picture;
        for (int i = 0; i < strips && !m_isStopped; ++i) {
            const int top = image.height() * i / strips;
            QImage rows = rowsOf(&image, top, image.height() * (i + 1) / strips);
            if (!rows.isNull()) {
                QPainter painter(&rows);
                painter.translate(0, -top);
                painter.scale(scale, scale);
                painter.drawPicture(0, 0, picture);
            }
            QMetaObject::invokeMethod(
                this, [this, i] { Q_EMIT progressed(i + 1); }, Qt::QueuedConnection);
        }
        QBuffer buffer(&png);
        if (!m_isStopped)
            image.save(&buffer, "PNG");
    }
    if (!m_isStopped)
        QMetaObject::invokeMethod(
            this, [this, png] { Q_EMIT painted(png); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &ChartPainting::ended, Qt::QueuedConnection);
}

} // namespace ticker

#include "moc_chart_painting.cpp"
