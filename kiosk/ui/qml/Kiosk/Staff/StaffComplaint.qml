import Kiosk.Models

// What is about to be done for the guest of a delivered session.
StaffAskAgain {
    required property StaffModel staff

    deed: staff.complaint
}
