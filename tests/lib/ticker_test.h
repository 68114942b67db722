// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif

namespace ticker::test {

/// A class of tests: the source that has it, and how it is run. The classes of a room share one program, in which each
/// has the name of its source: `test_delivery tst_fan_out` runs all functions of FanOutTest.
struct TestClass
{
    const char *source = nullptr;
    int (*run)(int argc, char **argv) = nullptr;
};

/// Called before main(), by the macros below. Returns true.
bool addTestClass(TestClass entry);

/// Runs a class without an application object.
template<typename Test>
int runTest(int argc, char **argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

/// Runs a class with an application object of this type.
template<typename Test, typename Application>
int runTestIn(int argc, char **argv)
{
    const Application application(argc, argv);
    return runTest<Test>(argc, argv);
}

} // namespace ticker::test

#define TICKER_ADD_TEST(Test, run) \
    [[maybe_unused]] static const bool added##Test = ticker::test::addTestClass({__FILE__, run});

/// At the end of a source: its class needs no application object (TEST), an event loop (CORE) or widgets.
#define TICKER_TEST(Test) TICKER_ADD_TEST(Test, &ticker::test::runTest<Test>)
#define TICKER_CORE_TEST(Test) TICKER_ADD_TEST(Test, (&ticker::test::runTestIn<Test, QCoreApplication>))
#define TICKER_WIDGET_TEST(Test) TICKER_ADD_TEST(Test, (&ticker::test::runTestIn<Test, QApplication>))
