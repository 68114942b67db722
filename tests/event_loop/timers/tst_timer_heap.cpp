// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_test.h"
#include "timers/timer_heap.h"

#include <QObject>
#include <QRandomGenerator>

#include <map>

using namespace ticker;

using Time = TimerHeap::Time;

/// The order of timers.
class TimerHeapTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByDeadlineAndAge();
    void againstAMap();
};

void TimerHeapTest::sortsByDeadlineAndAge()
{
    TimerHeap heap;
    const QList<int> deadlines{5, 1, 3, 1, 5, 0, 3};
    for (int slot = 0; slot < deadlines.size(); ++slot)
        heap.insert(TimerHeap::Slot(slot), Time(deadlines[slot]));
    QList<int> order;
    while (!heap.isEmpty()) {
        order.append(int(heap.first().slot));
        heap.remove(heap.first().slot);
    }
    QCOMPARE(order, (QList<int>{5, 1, 3, 2, 6, 0, 4}));
}

void TimerHeapTest::againstAMap()
{
    QRandomGenerator random(1);
    TimerHeap heap;
    std::map<std::pair<Time, quint64>, TimerHeap::Slot> model;
    std::map<TimerHeap::Slot, std::pair<Time, quint64>> keys;
    for (int step = 0; step < 50'000; ++step) {
        const auto slot = TimerHeap::Slot(random.bounded(300));
        QCOMPARE(heap.contains(slot), keys.count(slot) == 1);
        if (heap.contains(slot)) {
            heap.remove(slot);
            model.erase(keys[slot]);
            keys.erase(slot);
        } else {
            const auto key = std::pair(Time(random.bounded(100)), heap.nextOrder());
            heap.insert(slot, key.first);
            model[key] = slot;
            keys[slot] = key;
        }
        heap.remove(1000); // not there
        QCOMPARE(heap.isEmpty(), model.empty());
        if (!model.empty())
            QCOMPARE(heap.first().slot, model.begin()->second);
    }
}

TICKER_TEST(TimerHeapTest)
#include "tst_timer_heap.moc"
