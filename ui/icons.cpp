// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

#include <memory>

namespace ticker {

namespace {

QString resourcePath(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QPixmap rendered(QSvgRenderer &renderer, QSize size)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
    return pixmap;
}

/// Paints an SVG as a stencil in the palette's button text colour. Owned by the QIcon that it is given to.
class SymbolicEngine final : public QIconEngine
{
public:
    explicit SymbolicEngine(const QString &name)
        : m_name(name), m_renderer(std::make_shared<QSvgRenderer>(resourcePath(name)))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap stencil = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
        stencil.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), stencil);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        // A square in the middle: buttons may ask for any shape.
        const int side = qMin(size.width(), size.height());
        QPixmap stencil(size);
        stencil.fill(Qt::transparent);
        QPainter painter(&stencil);
        m_renderer->render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(stencil.rect(), colour(mode));
        return stencil;
    }

    QIconEngine *clone() const override { return new SymbolicEngine(*this); }
    QString key() const override { return QStringLiteral("ticker-symbolic"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return !m_renderer->isValid(); }

private:
    SymbolicEngine(const SymbolicEngine &) = default;

    static QColor colour(QIcon::Mode mode)
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        return QGuiApplication::palette().color(group, role);
    }

    QString m_name;
    std::shared_ptr<QSvgRenderer> m_renderer;
};

} // namespace

QIcon programIcon(const QString &name)
{
    QSvgRenderer renderer(resourcePath(name));
    Q_ASSERT(renderer.isValid());
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64, 128})
        icon.addPixmap(rendered(renderer, QSize(side, side)));
    return icon;
}

QIcon symbolicIcon(const QString &name)
{
    return QIcon(new SymbolicEngine(name));
}

} // namespace ticker
