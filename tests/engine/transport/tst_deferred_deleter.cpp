// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_test.h"
#include "transport/deferred_deleter.h"

#include <memory>

using namespace ticker;
using namespace std::chrono_literals;

class DeferredDeleterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void destroysLater();
    void takesWhatDestructorsDelete();
};

void DeferredDeleterTest::destroysLater()
{
    DeadlineQueue queue;
    DeferredDeleter deleter(queue);
    auto object = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = object;
    deleter.deleteLater(std::move(object));
    deleter.deleteLater(nullptr);
    QVERIFY(!watch.expired());
    queue.run(0s);
    QVERIFY(watch.expired());
    QCOMPARE(queue.size(), std::size_t(0));
}

void DeferredDeleterTest::takesWhatDestructorsDelete()
{
    struct Mourner final
    {
        DeferredDeleter &deleter;
        std::shared_ptr<int> heir;
        ~Mourner() { deleter.deleteLater(std::move(heir)); }
    };
    DeadlineQueue queue;
    DeferredDeleter deleter(queue);
    auto heir = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = heir;
    deleter.deleteLater(std::unique_ptr<Mourner>(new Mourner{deleter, std::move(heir)}));
    queue.run(0s);
    QVERIFY(!watch.expired());
    queue.run(0s);
    QVERIFY(watch.expired());
}

TICKER_TEST(DeferredDeleterTest)
#include "tst_deferred_deleter.moc"
