// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/file_kind.h"
#include "file_streams/gzip_stream.h"
#include "file_streams/text_encoding.h"
#include "file_streams/zip_stream.h"
#include "file_streams/zstd_stream.h"
#include "memory_stream.h"
#include "packed_bytes.h"
#include "ticker_test.h"

#include <QStringEncoder>
#include <QTemporaryDir>

#include <functional>

using namespace ticker;

namespace {

using Unpack = std::function<std::unique_ptr<InputStream>(std::unique_ptr<InputStream>)>;

const Unpack gzip = [](std::unique_ptr<InputStream> source) { return std::make_unique<GzipStream>(std::move(source)); };
const Unpack zstd = [](std::unique_ptr<InputStream> source) { return std::make_unique<ZstdStream>(std::move(source)); };

QByteArray unpacked(const Unpack &unpack, const QByteArray &bytes, qsizetype pieceBytes = 4096)
{
    return readAllOf(*unpack(std::make_unique<MemoryStream>(bytes, pieceBytes)));
}

QByteArray asText(const QByteArray &bytes, qsizetype pieceBytes)
{
    const auto encoding = findEncoding(bytes, true);
    if (!encoding)
        return "no text";
    if (*encoding == TextEncoding::Utf8)
        return bytes;
    TextStream stream(std::make_unique<MemoryStream>(bytes, pieceBytes), *encoding);
    return readAllOf(stream);
}

QByteArray sample()
{
    QByteArray bytes;
    for (int i = 0; i < 20'000; ++i)
        bytes += QByteArray::number(i) + ",ACME," + QByteArray::number(i * 7919 % 1000) + '\n';
    return bytes;
}

} // namespace

class UnpackingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacks();
    void severalMembers();
    void behindAMember_data();
    void behindAMember();
    void damaged();
    void framesToSkip();
    void framesOfAnOldFormat();
    void blocksThatFillAPiece();
    void bombs();
    void largeWindow();
    void zip();
    void badZip();
    void encodings_data();
    void encodings();
    void encodingOfAStart();
    void noText();

private:
    QTemporaryDir m_folder;
};

void UnpackingTest::unpacks()
{
    const QByteArray bytes = sample();
    QCOMPARE(findPacking(gzipped(bytes)), FilePacking::Gzip);
    QCOMPARE(findPacking(zstdPacked(bytes)), FilePacking::Zstd);
    QCOMPARE(findPacking(bytes), FilePacking::None);
    for (const qsizetype pieceBytes : {1, 7, 4096, 1'000'000}) {
        QCOMPARE(unpacked(gzip, gzipped(bytes), pieceBytes), bytes);
        QCOMPARE(unpacked(zstd, zstdPacked(bytes), pieceBytes), bytes);
    }
    QCOMPARE(unpacked(gzip, gzipped({})), QByteArray());
    QCOMPARE(unpacked(zstd, zstdPacked({})), QByteArray());
}

void UnpackingTest::severalMembers()
{
    const QByteArray padding(100, '\0');
    for (const qsizetype pieceBytes : {1, 4096}) {
        QCOMPARE(unpacked(gzip, gzipped("one,") + gzipped("two,") + gzipped("three") + padding, pieceBytes),
                 "one,two,three");
        QCOMPARE(unpacked(zstd, zstdPacked("one,") + zstdPacked("two"), pieceBytes), "one,two");
    }
}

void UnpackingTest::behindAMember_data()
{
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<QByteArray>("found");
    const QByteArray damaged("one! The gzip file is damaged. Download or pack it again.");
    QTest::newRow("nothing") << QByteArray() << QByteArray("one");
    QTest::newRow("a zero") << QByteArray(1, '\0') << QByteArray("one");
    QTest::newRow("zeros") << QByteArray(700'000, '\0') << QByteArray("one");
    QTest::newRow("zeros, then a byte") << QByteArray(700'000, '\0') + '1' << damaged;
    QTest::newRow("zeros, then a member") << QByteArray(3, '\0') + gzipped("two") << damaged;
    QTest::newRow("a line break") << QByteArray("\n") << damaged;
    QTest::newRow("text") << QByteArray("time,price\n") << damaged;
    QTest::newRow("half of a header") << QByteArray(
        "\x1f") << QByteArray("one! The gzip file ends in the middle. Download or pack it again.");
    for (const int place : {0, 1, 2}) { // of the marks and the method
        QByteArray member = gzipped("two");
        member[place] = char(member[place] ^ 1);
        QTest::addRow("a member whose byte %d is wrong", place) << member << damaged;
    }
}

/// Nothing is lost in silence, wherever the input is cut.
void UnpackingTest::behindAMember()
{
    QFETCH(const QByteArray, behind);
    QFETCH(const QByteArray, found);
    for (const qsizetype pieceBytes : {1, 7, 4096, 1'000'000})
        QCOMPARE(unpacked(gzip, gzipped("one") + behind, pieceBytes), found);
}

/// Cut or changed anywhere, what was whole comes, and a sentence; or what was changed does not matter.
void UnpackingTest::damaged()
{
    const QByteArray bytes = sample().first(2000);
    const QByteArray asGzip = gzipped(bytes);
    const QByteArray asZstd = zstdPacked(bytes);
    for (qsizetype size = 4; size < asGzip.size(); ++size)
        QVERIFY(unpacked(gzip, asGzip.first(size))
                    .endsWith("! The gzip file ends in the middle. Download or pack it again."));
    for (qsizetype size = 1; size < asZstd.size(); ++size)
        QVERIFY(unpacked(zstd, asZstd.first(size))
                    .endsWith("! The zstd file ends in the middle. Download or pack it again."));
    for (qsizetype place = 0; place < asGzip.size(); ++place) {
        QByteArray changed = asGzip;
        changed[place] = char(changed[place] ^ 0x55);
        const QByteArray found = unpacked(gzip, changed);
        QVERIFY(found == bytes || found.contains("! The gzip file"));
    }
    for (qsizetype place = 0; place < asZstd.size(); ++place) {
        QByteArray changed = asZstd;
        changed[place] = char(changed[place] ^ 0x55);
        (void)unpacked(zstd, changed); // not all of it is covered by a checksum
    }
}

/// As pzstd writes them before each of its frames.
void UnpackingTest::framesToSkip()
{
    const QByteArray first = QByteArray("\x50\x2a\x4d\x18\x0a\0\0\0", 8) + QByteArray(10, 'x');
    const QByteArray last("\x5f\x2a\x4d\x18\0\0\0\0", 8);
    const QByteArray packed = first + zstdPacked("one,") + last + first + zstdPacked("two") + last;
    QCOMPARE(findPacking(packed), FilePacking::Zstd);
    QCOMPARE(findPacking(last), FilePacking::Zstd);
    QCOMPARE(findPacking("\x4f\x2a\x4d\x18"), FilePacking::None);
    for (const qsizetype pieceBytes : {1, 3, 7, 4096})
        QCOMPARE(unpacked(zstd, packed, pieceBytes), "one,two");
    for (qsizetype size = 1; size < first.size(); ++size) {
        QCOMPARE(unpacked(zstd, zstdPacked("one") + first.first(size), 5),
                 "one! The zstd file ends in the middle. Download or pack it again.");
    }
}

/// The library may know them, but finds other faults in them when they are cut.
void UnpackingTest::framesOfAnOldFormat()
{
    const QByteArray old = QByteArray::fromHex("25b52ffd0458e503a4a4f9a4a4a450d6b2e7fbffffef5a61");
    for (const qsizetype pieceBytes : {1, 2, 3, 4, 5, 37, 4096}) {
        const QByteArray damaged("! The zstd file is damaged. Download or pack it again.");
        QCOMPARE(unpacked(zstd, old, pieceBytes), damaged);
        for (qsizetype size = 1; size < old.size(); ++size)
            QCOMPARE(unpacked(zstd, zstdPacked("one") + old.first(size), pieceBytes), "one" + damaged);
        QCOMPARE(unpacked(zstd, zstdPacked("one") + '\n', pieceBytes), "one" + damaged);
    }
}

/// The last of them has no sum behind it, and no room for what it becomes.
void UnpackingTest::blocksThatFillAPiece()
{
    constexpr qsizetype block = 128 * 1024;
    for (const qsizetype size : {2 * block, 2 * block + 1, 3 * block, 4 * block + 70'000, 5 * block}) {
        const QByteArray bytes(size, '5');
        const QByteArray packed = zstdPackedAtOnce(bytes);
        for (const qsizetype pieceBytes : {1, 4096, 1'000'000})
            QVERIFY(unpacked(zstd, packed, pieceBytes) == bytes);
    }
}

/// A few bytes that become a thousand times as many come in pieces; MemoryStream's reader looks at each one's size.
void UnpackingTest::bombs()
{
    const QByteArray zeros(64 * 1024 * 1024, '0');
    QCOMPARE(unpacked(gzip, gzipped(zeros)).size(), zeros.size());
    QCOMPARE(unpacked(zstd, zstdPacked(zeros)).size(), zeros.size());
}

void UnpackingTest::largeWindow()
{
    constexpr int windowLog = 27;
    QCOMPARE(unpacked(zstd, zstdPacked(sample(), windowLog)),
             "! The zstd file needs more memory to unpack than 32 MiB. Unpack it first.");
}

void UnpackingTest::zip()
{
    const QString path = m_folder.filePath(QStringLiteral("a.zip"));
    writeZip(path, {{"folder/", ""}, {"folder/ticks.csv", sample()}, {"__MACOSX/ticks.csv", "x"}, {".DS_Store", "x"}});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(findPacking(file.peek(4)), FilePacking::Zip);
    auto stream = ZipStream::open(file);
    QVERIFY(stream.hasValue());
    QCOMPARE(readAllOf(**stream), sample());
    QVERIFY((*stream)->bytesOfFile() > 0 && (*stream)->bytesOfFile() < quint64(file.size()));
}

void UnpackingTest::badZip()
{
    const QString path = m_folder.filePath(QStringLiteral("b.zip"));
    const auto whyNot = [&] {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return QByteArray();
        const auto stream = ZipStream::open(file);
        return stream ? QByteArray("opened") : stream.error().english().toUtf8();
    };
    writeZip(path, {{"a.csv", "1"}, {"b.csv", "2"}, {"c.csv", "3"}});
    QCOMPARE(whyNot(), "The zip file contains 3 files (a.csv, b.csv …). Unpack it and open one of them.");
    writeZip(path, {{"a.csv", "1"}}, "secret");
    QCOMPARE(whyNot(), "The zip file is protected by a password. Unpack it first.");
    writeZip(path, {{"[Content_Types].xml", "1"}, {"xl/workbook.xml", "2"}});
    QCOMPARE(whyNot(), "This is an Excel workbook. Save the sheet as CSV and open that.");
    writeZip(path, {{"mimetype", "1"}, {"content.xml", "2"}});
    QCOMPARE(whyNot(), "This is an OpenDocument file. Save the sheet as CSV and open that.");
    writeZip(path, {{".hidden", "1"}});
    QCOMPARE(whyNot(), "The zip file is empty.");

    writeZip(path, {{"a.csv", sample()}});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    QCOMPARE(whyNot(), "The zip file is damaged. Download or pack it again.");
}

void UnpackingTest::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    const QString text = QStringLiteral("Währung;Preis\r\n€;1,5 \U0001F600\r\n");
    const auto encoded = [&](QStringConverter::Encoding encoding, bool hasMark) -> QByteArray {
        QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return encoder(text);
    };
    QTest::newRow("UTF-8") << text.toUtf8() << text.toUtf8();
    QTest::newRow("UTF-16 LE, mark") << encoded(QStringConverter::Utf16LE, true) << text.toUtf8();
    QTest::newRow("UTF-16 BE, mark") << encoded(QStringConverter::Utf16BE, true) << text.toUtf8();
    QTest::newRow("UTF-16 LE") << encoded(QStringConverter::Utf16LE, false) << text.toUtf8();
    QTest::newRow("UTF-16 BE") << encoded(QStringConverter::Utf16BE, false) << text.toUtf8();
    QTest::newRow("Windows-1252") << QByteArray("W\xe4hrung \x80 12\xa0"
                                                "345\x96\xff\n")
                                  << QStringLiteral("Währung € 12\u00a0345–ÿ\n").toUtf8();
    QTest::newRow("binary") << QByteArray("\x01\x02\x03\x04", 4) << QByteArray("no text");
    QTest::newRow("a control character") << QByteArray("time,price\n1,\x01\n") << QByteArray("time,price\n1,\x01\n");
}

void UnpackingTest::encodings()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, text);
    for (const qsizetype pieceBytes : {1, 3, 4096})
        QCOMPARE(asText(bytes, pieceBytes), text);
}

/// A character that is cut at the end of what is looked at is none of another encoding.
void UnpackingTest::encodingOfAStart()
{
    const QByteArray text = QStringLiteral("Währung € \U0001F600").toUtf8();
    for (qsizetype size = 1; size <= text.size(); ++size)
        QCOMPARE(*findEncoding(text.first(size), false), TextEncoding::Utf8);
    QCOMPARE(*findEncoding(text.chopped(1), true), TextEncoding::Windows1252);
}

void UnpackingTest::noText()
{
    const auto why = [](const QByteArray &start) {
        const auto found = whyNoText(start);
        return found ? found->english() : QString();
    };
    QVERIFY(why("\x89PNG\r\n").startsWith(QLatin1String("This is a picture (PNG).")));
    QVERIFY(why("<!DOCTYPE html><title>AAPL").startsWith(QLatin1String("This is a web page (HTML).")));
    QVERIFY(why("\xef\xbb\xbf \n<HTML lang=en>").startsWith(QLatin1String("This is a web page (HTML).")));
    QVERIFY(why(QByteArray(257, ' ') + "ustar").startsWith(QLatin1String("This is a tar archive.")));
    QVERIFY(why("PAR1....").startsWith(QLatin1String("This is a Parquet file.")));
    QCOMPARE(why("time,price\n"), QString());
    QCOMPARE(why(""), QString());
}

TICKER_TEST(UnpackingTest)
#include "tst_unpacking.moc"
