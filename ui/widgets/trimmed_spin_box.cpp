// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trimmed_spin_box.h"

#include "widgets/formats.h"

#include <QLineEdit>

namespace ticker {

TrimmedSpinBox::TrimmedSpinBox(QWidget *parent) : QDoubleSpinBox(parent)
{
    setKeyboardTracking(false); // "5" on the way to "50" is not a command
    setStepType(AdaptiveDecimalStepType);
    setCorrectionMode(CorrectToNearestValue);
    setAccelerated(true);
    lineEdit()->setAcceptDrops(false); // a file that is dropped there is meant for the window
}

QString TrimmedSpinBox::textFromValue(double value) const
{
    QLocale plain = locale();
    plain.setNumberOptions(plain.numberOptions() | QLocale::OmitGroupSeparator); // the validator takes none
    return formats::number(value, decimals(), plain);
}

bool TrimmedSpinBox::isBeingEdited() const
{
    return hasFocus() && lineEdit()->isModified();
}

} // namespace ticker

#include "moc_trimmed_spin_box.cpp"
