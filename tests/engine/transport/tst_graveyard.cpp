// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_test.h"
#include "transport/graveyard.h"

#include <memory>

using namespace ticker;
using namespace std::chrono_literals;

class GraveyardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void destroysLater();
    void takesWhatDestructorsBury();
};

void GraveyardTest::destroysLater()
{
    DeadlineQueue queue;
    Graveyard graveyard(queue);
    auto object = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = object;
    graveyard.bury(std::move(object));
    graveyard.bury(nullptr);
    QVERIFY(!watch.expired());
    queue.run(0s);
    QVERIFY(watch.expired());
    QCOMPARE(queue.size(), std::size_t(0));
}

void GraveyardTest::takesWhatDestructorsBury()
{
    struct Mourner final
    {
        Graveyard &graveyard;
        std::shared_ptr<int> heir;
        ~Mourner() { graveyard.bury(std::move(heir)); }
    };
    DeadlineQueue queue;
    Graveyard graveyard(queue);
    auto heir = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = heir;
    graveyard.bury(std::unique_ptr<Mourner>(new Mourner{graveyard, std::move(heir)}));
    queue.run(0s);
    QVERIFY(!watch.expired());
    queue.run(0s);
    QVERIFY(watch.expired());
}

TICKER_TEST(GraveyardTest)
#include "tst_graveyard.moc"
