// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/memory_trimmer.h"
#include "open_file.h"
#include "ticker_test.h"

#include <unistd.h>

#include <vector>

using namespace ticker;

namespace {

constexpr qsizetype mebibyte = 1024 * 1024;

qsizetype residentBytes()
{
    const auto file = openToRead(QStringLiteral("/proc/self/statm"));
    return file ? (*file)->readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
}

/// 64 MiB, with something between that stays.
struct Crowd final
{
    Crowd()
    {
        constexpr qsizetype blockBytes = 64 * 1024; // of which most are whole pages
        for (qsizetype bytes = 0; bytes < 64 * mebibyte; bytes += blockBytes) {
            large.emplace_back(blockBytes, 'x');
            between.emplace_back(64, 'x');
        }
    }

    std::vector<QByteArray> large;
    std::vector<QByteArray> between;
};

} // namespace

class MemoryTrimmerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasFreed();
};

void MemoryTrimmerTest::givesBackWhatWasFreed()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("a sanitizer keeps what was freed");
#endif
    DeadlineQueue deadlines;
    const MemoryTrimmer trimmer(deadlines);
    const qsizetype before = residentBytes();
    Crowd crowd;
    const qsizetype most = residentBytes();
    QVERIFY(most - before > 60 * mebibyte);
    crowd.large.clear();
    if (residentBytes() < most - 32 * mebibyte)
        QSKIP("this heap gives all back by itself");
    deadlines.run(MemoryTrimmer::interval);
    QVERIFY2(residentBytes() < before + 16 * mebibyte, qPrintable(QString::number(residentBytes() - before)));
    QCOMPARE(crowd.between.back(), QByteArray(64, 'x'));
}

TICKER_TEST(MemoryTrimmerTest)
#include "tst_memory_trimmer.moc"
