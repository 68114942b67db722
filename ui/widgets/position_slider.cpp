// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/position_slider.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOptionSlider>

#include <cmath>

namespace ticker {

namespace {

constexpr int stepsByKey = 100;
constexpr int stepsByPage = 10;
constexpr int markHeight = 3;

int positionOf(double share)
{
    return int(std::floor(share * PositionSlider::positions));
}

} // namespace

PositionSlider::PositionSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(0, positions);
    setSingleStep(positions / stepsByKey);
    setPageStep(positions / stepsByPage);
    connect(this, &QSlider::actionTriggered, this, [this] { setSliderPosition(qMin(sliderPosition(), farthest())); });
    connect(this, &QSlider::valueChanged, this, [this] {
        if (!isSliderDown())
            choose();
    });
    connect(this, &QSlider::sliderReleased, this, [this] {
        if (value() != m_pressedAt)
            choose();
    });
}

void PositionSlider::choose()
{
    Q_EMIT chosen(qMin(double(value()) / positions, m_reach));
}

void PositionSlider::showShare(double share)
{
    if (isSliderDown())
        return;
    const QSignalBlocker quiet(this);
    setValue(positionOf(share));
}

void PositionSlider::setReach(double share)
{
    if (share == m_reach)
        return;
    m_reach = share;
    update();
}

int PositionSlider::farthest() const
{
    return positionOf(m_reach);
}

QRect PositionSlider::groove() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
}

int PositionSlider::positionAt(const QPoint &point) const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect handle = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    const QRect way = groove();
    return QStyle::sliderValueFromPosition(minimum(), maximum(), point.x() - way.left() - handle.width() / 2,
                                           way.width() - handle.width(), option.upsideDown);
}

/// Goes there at once, where QSlider goes only a page in that direction.
void PositionSlider::mousePressEvent(QMouseEvent *event)
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QPoint point = event->position().toPoint();
    m_pressedAt = value();
    const bool onHandle = style()->hitTestComplexControl(QStyle::CC_Slider, &option, point, this)
        == QStyle::SC_SliderHandle;
    if (event->button() != Qt::LeftButton || onHandle)
        return QSlider::mousePressEvent(event);
    const int wanted = positionAt(point);
    {
        const QSignalBlocker quiet(this);
        setValue(qMin(wanted, farthest()));
    }
    if (wanted <= farthest())
        return QSlider::mousePressEvent(event); // the handle is there now, and follows the mouse
    event->accept();
    choose();
}

void PositionSlider::paintEvent(QPaintEvent *event)
{
    QSlider::paintEvent(event);
    if (m_reach >= 1)
        return;
    QRect mark = groove();
    mark.setTop(qMin(mark.bottom(), height() - 1) - markHeight + 1);
    mark.setHeight(markHeight);
    QPainter painter(this);
    painter.fillRect(mark, palette().color(QPalette::Mid));
    const int read = int(m_reach * mark.width());
    if (isRightToLeft())
        mark.setLeft(mark.right() - read + 1);
    else
        mark.setWidth(read);
    painter.fillRect(mark, palette().color(QPalette::Highlight));
}

} // namespace ticker

#include "moc_position_slider.cpp"
