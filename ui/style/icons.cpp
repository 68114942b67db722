// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

#include <algorithm>
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

constexpr QColor lightOnPanel{0xf2, 0xf2, 0xf2};
constexpr QColor darkOnPanel{0x2e, 0x34, 0x36};

/// The plates of the icons are darker; from here on to white a hole becomes more and more of one.
constexpr int darkestWhite = 0x60;

/// The panel of GNOME is dark, whatever the theme of the windows; of others nothing tells.
TrayIconStyle styleOfPanel()
{
    const QStringList desktops = qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(QLatin1Char(':'));
    return desktops.contains(QStringLiteral("GNOME")) ? TrayIconStyle::Light : TrayIconStyle::Colour;
}

/// What is white, rim and marks, becomes a hole.
QImage inOneColour(QImage image, const QColor &colour)
{
    image = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int whiteness = std::min({qRed(line[x]), qGreen(line[x]), qBlue(line[x])});
            const int hole = std::max(0, whiteness - darkestWhite) * 255 / (255 - darkestWhite);
            const int alpha = qAlpha(line[x]) * (255 - hole) / 255;
            line[x] = qRgba(colour.red(), colour.green(), colour.blue(), alpha);
        }
    }
    return image;
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

QIcon trayIcon(const QString &name, TrayIconStyle style)
{
    if (style == TrayIconStyle::Automatic)
        style = styleOfPanel();
    QIcon coloured = programIcon(name);
    if (style == TrayIconStyle::Colour)
        return coloured;
    QIcon icon;
    for (const QSize &size : coloured.availableSizes()) {
        const QColor colour = style == TrayIconStyle::Light ? lightOnPanel : darkOnPanel;
        icon.addPixmap(QPixmap::fromImage(inOneColour(coloured.pixmap(size).toImage(), colour)));
    }
    return icon;
}

QIcon symbolicIcon(const QString &name)
{
    return QIcon(new SymbolicEngine(name));
}

} // namespace ticker
