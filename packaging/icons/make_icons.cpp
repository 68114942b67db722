// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Part of the build: draws the program's icon in the sizes and the containers that desktops want.
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QtEndian>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace {

/// The side in pixels up to which the plainer drawing is the clearer one.
constexpr int largestOfSmall = 24;
constexpr std::array sides{16, 22, 24, 32, 48, 64, 128, 256, 512};
/// What Windows looks for; a larger one does not fit into the format's single byte, in which 0 means 256.
constexpr std::array windowsSides{16, 24, 32, 48, 64, 128, 256};

/// An entry of an Apple icon; the second name of a size is for screens of twice the density.
struct AppleEntry final
{
    const char *type;
    int side;
};
constexpr std::array appleEntries{AppleEntry{"icp4", 16},  AppleEntry{"icp5", 32},  AppleEntry{"ic11", 32},
                                  AppleEntry{"ic12", 64},  AppleEntry{"ic07", 128}, AppleEntry{"ic08", 256},
                                  AppleEntry{"ic13", 256}, AppleEntry{"ic09", 512}, AppleEntry{"ic14", 512}};

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "make_icons: %s\n", qPrintable(what));
    std::exit(1);
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        fail(QStringLiteral("%1: %2").arg(name, file.errorString()));
}

template<typename Integer>
QByteArray littleEndian(Integer value)
{
    QByteArray bytes(sizeof(value), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(sizeof(value), '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// The drawings, each as a PNG.
class Drawings final
{
public:
    Drawings(const QString &large, const QString &small) : m_large(large), m_small(small)
    {
        if (!m_large.isValid() || !m_small.isValid())
            fail(QStringLiteral("a drawing cannot be read"));
    }

    /// PNG of a square of this many pixels.
    QByteArray png(int side)
    {
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        (side <= largestOfSmall ? m_small : m_large).render(&painter);
        painter.end();

        QByteArray bytes;
        QBuffer buffer(&bytes);
        if (!buffer.open(QBuffer::WriteOnly) || !image.save(&buffer, "PNG"))
            fail(QStringLiteral("no PNG of %1 pixels").arg(side));
        return bytes;
    }

private:
    QSvgRenderer m_large;
    QSvgRenderer m_small;
};

/// Windows' icon file: a directory of entries, then the PNGs that they point to.
QByteArray windowsIcon(Drawings &drawings)
{
    constexpr int headerSize = 6;
    constexpr int entrySize = 16;
    constexpr quint16 bitsPerPixel = 32;
    QByteArray directory = littleEndian<quint16>(0) + littleEndian<quint16>(1)
        + littleEndian(quint16(windowsSides.size()));
    QByteArray images;
    for (const int side : windowsSides) {
        const QByteArray png = drawings.png(side);
        directory += QByteArray(2, char(side % 256)) + QByteArray(2, '\0');
        directory += littleEndian<quint16>(1) + littleEndian(bitsPerPixel) + littleEndian(quint32(png.size()));
        directory += littleEndian(quint32(headerSize + entrySize * windowsSides.size() + images.size()));
        images += png;
    }
    return directory + images;
}

/// Apple's icon file: named, sized chunks one after the other.
QByteArray appleIcon(Drawings &drawings)
{
    constexpr int headerSize = 8;
    QByteArray chunks;
    for (const auto &[type, side] : appleEntries) {
        const QByteArray png = drawings.png(side);
        chunks += type + bigEndian(quint32(headerSize + png.size())) + png;
    }
    return "icns" + bigEndian(quint32(headerSize + chunks.size())) + chunks;
}

} // namespace

/// make_icons DRAWING SMALL_DRAWING NAME FOLDER: FOLDER/NAME.ico, FOLDER/NAME.icns, FOLDER/<side>/NAME.png for each side.
int main(int argc, char **argv)
{
    if (argc != 5)
        fail(QStringLiteral("usage: make_icons DRAWING SMALL_DRAWING NAME FOLDER"));
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QFile::decodeName(argv[i]));
    Drawings drawings(arguments[0], arguments[1]);
    const QString &name = arguments[2];
    const QDir folder(arguments[3]);
    for (const int side : sides) {
        const QString sideFolder = QString::number(side);
        if (!folder.mkpath(sideFolder))
            fail(QStringLiteral("%1 cannot be made").arg(folder.filePath(sideFolder)));
        write(folder.filePath(QStringLiteral("%1/%2.png").arg(sideFolder, name)), drawings.png(side));
    }
    write(folder.filePath(name + QStringLiteral(".ico")), windowsIcon(drawings));
    write(folder.filePath(name + QStringLiteral(".icns")), appleIcon(drawings));
    return 0;
}
