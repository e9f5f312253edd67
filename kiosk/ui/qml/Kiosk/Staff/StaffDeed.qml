import Kiosk.Models

// What is about to be done about a claim.
StaffAskAgain {
    required property StaffModel staff

    deed: staff.till.deed
}
